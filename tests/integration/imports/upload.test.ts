import { count, eq } from 'drizzle-orm';
import { beforeEach, expect, test, vi } from 'vitest';
import { database } from '@/db/client';
import { imports } from '@/db/schema';
import type { Viewer } from '@/lib/access/viewer';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

vi.mock('next/cache', () => ({ revalidatePath() {} }));
let viewer: Viewer | null = null;
vi.mock('@/lib/auth/viewer', () => ({ getViewer: async () => viewer }));
const { POST } = await import('@/app/api/imports/route');

let world: World;
beforeEach(async () => {
  world = await aWorld();
  viewer = world.staff;
});

type Fields = { projectId?: string; id?: string; kind?: string; activityId?: string; file?: File | string };
const send = async (fields: Fields, headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }) => {
  const form = new FormData();
  const all = { projectId: world.projectId, id: newId(), kind: 'people', activityId: '', file: new File(['Prezime;Ime\nPopović;Ana'], 'a.csv'), ...fields };
  for (const [key, value] of Object.entries(all)) form.set(key, value);
  const response = await POST(new Request('http://localhost/api/imports', { method: 'POST', body: form, headers }));
  return { status: response.status, body: (await response.json()) as { ok: boolean; reason?: string; value?: { id: string } } };
};
const kept = async () => (await database().select({ n: count() }).from(imports).where(eq(imports.projectId, world.projectId)))[0]?.n;

test('a list is read and kept for its preview; the same send again is the same upload', async () => {
  const id = newId();
  expect(await send({ id })).toEqual({ status: 200, body: { ok: true, value: { id } } });
  expect(await send({ id })).toMatchObject({ status: 200, body: { ok: true, value: { id }, repeated: true } });
  const [row] = await database().select().from(imports).where(eq(imports.id, id));
  expect(row).toMatchObject({ fileName: 'a.csv', rows: [{ number: 1, cells: ['Prezime', 'Ime'] }, { number: 2, cells: ['Popović', 'Ana'] }], createdBy: world.staff.id });
});

test.each([
  ['no file', { file: 'text' }, 'fileRequired'],
  ['an empty file', { file: new File([], 'a.csv') }, 'fileEmpty'],
  ['a picture', { file: new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0])], 'a.csv') }, 'importNotATable'],
  ['too large', { file: new File([new Uint8Array(5_500_000).fill(97)], 'a.csv') }, 'importTooLarge:5'],
  ['an unknown kind', { kind: 'secrets' }, 'invalid'],
])('refused, nothing kept: %s', async (_name, fields, reason) => {
  const { status, body } = await send(fields);
  expect([status, body.ok, body.reason]).toEqual([400, false, reason]);
  expect(await kept()).toBe(0);
});

test('only who records for the project uploads, and only from the app itself', async () => {
  for (const [who, status] of [[null, 401], [world.donor, 404], [world.outsider, 404], [world.admin, 404]] as const) {
    viewer = who;
    expect((await send({})).status).toBe(status);
  }
  viewer = world.staff;
  expect((await send({}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  const other = await aWorld();
  const theirs = await other.save(other.training());
  expect((await send({ kind: 'participants', activityId: theirs.id })).status).toBe(404);
  expect((await POST(new Request('http://localhost/api/imports', { method: 'POST', body: 'text' }))).status).toBe(400);
  expect(await kept()).toBe(0);
});
