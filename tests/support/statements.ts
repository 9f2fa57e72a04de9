import { expect, vi } from 'vitest';
import { database } from '@/db/client';

/** Statements that a page and its frame send, plus the one that reads the viewer. Without React's per-request memory, so never fewer than in the app. */
export async function statements(render: () => Promise<unknown>[]): Promise<number> {
  const { session: pool } = database() as unknown as { session: { prepareQuery: (...args: unknown[]) => unknown } };
  const sent = vi.spyOn(pool, 'prepareQuery');
  await Promise.all(render());
  const count = sent.mock.calls.length + 1;
  sent.mockRestore();
  expect(count, 'the spy sees them').toBeGreaterThan(2);
  return count;
}
