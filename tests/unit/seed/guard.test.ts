import { expect, it, vi } from 'vitest';

const server = vi.hoisted(() => ({ row: { embedded: true, used: false } }));
vi.mock('@/db/client', () => ({ database: () => ({ execute: async () => [server.row] }) }));
const { assertDemoDatabase } = await import('@/db/seed/guard');

it.each([
  [{ embedded: true, used: false }, null],
  [{ embedded: false, used: false }, 'embedded database only'],
  [{ embedded: false, used: true }, 'embedded database only'],
  [{ embedded: true, used: true }, 'has users already'],
])('loads into an empty embedded database only: %o', async (row, refusal) => {
  server.row = row;
  if (refusal) await expect(assertDemoDatabase()).rejects.toThrow(refusal);
  else await expect(assertDemoDatabase()).resolves.toBeUndefined();
});
