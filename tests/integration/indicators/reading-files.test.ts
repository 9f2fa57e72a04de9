import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const session = vi.hoisted(() => ({ viewer: null as unknown }));
vi.mock('next/cache', () => ({ revalidatePath() {} }));
vi.mock('@/lib/auth/viewer', async (original) => ({ ...(await original<object>()), getViewer: async () => session.viewer }));
const dataDir = mkdtempSync(path.join(tmpdir(), 'reading-files-'));
process.env.DATA_DIR = dataDir;

const { GET } = await import('@/app/api/files/[id]/route');
const { POST } = await import('@/app/api/files/route');
const { database } = await import('@/db/client');
const { auditLog, indicators } = await import('@/db/schema');
const { actionRegistry, runAction } = await import('@/lib/action');
await import('@/lib/evidence/actions/remove');
const { approveReading, saveReading, submitReading } = await import('@/lib/indicators/mutations/readings');
const { indicatorDetail } = await import('@/lib/indicators/queries/detail');
const { readingSchema } = await import('@/lib/indicators/schema/reading');
const { closePeriod } = await import('@/lib/projects/mutations');
const { findProject } = await import('@/lib/projects/queries');
const { reviewQueue } = await import('@/lib/review/queries');
const { newId } = await import('@/lib/shared/ids');
const { aWorld } = await import('../../support/builders');
type World = Awaited<ReturnType<typeof aWorld>>;
type Viewer = World['staff'];
type Answer = { ok: boolean; reason?: string; value?: { id: string; version: number } };

let world: World;
const [indicator, other] = [newId(), newId()];
let reading: { id: string; version: number };

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const pdf = (text: string) => new File([`%PDF-1.7\n${text}`], 'izvještaj.pdf');
async function post(viewer: Viewer, fields: Record<string, string | File> = {}) {
  session.viewer = viewer;
  const form = new FormData();
  for (const [name, value] of Object.entries({ projectId: world.projectId, readingId: reading.id, id: newId(), kind: 'other', file: pdf('one'), ...fields })) form.append(name, value);
  const response = await POST(new Request('http://localhost:3000/api/files', { method: 'POST', body: form, headers: { host: 'localhost:3000' } }));
  return { status: response.status, answer: (await response.json()) as Answer };
}
const open = async (viewer: Viewer) => {
  const found = await findProject(viewer, world.slug);
  if (!found) throw new Error('no project');
  return found;
};
const shown = async (viewer: Viewer) => (await indicatorDetail(viewer, await open(viewer), 'r.a', 'en'))?.readings;
const step = (viewer: Viewer, run: typeof approveReading, version: number) => world.as(viewer, (work) => run(work, { projectId: world.projectId, readingId: reading.id, version, note: null }));

beforeAll(async () => {
  world = await aWorld();
  await database().insert(indicators).values({ id: indicator, projectId: world.projectId, resultId: world.output, code: 'r.a', statement: 'Cases', unit: 'cases', method: 'reported', target: '10', position: 9 });
  reading = await world.as(world.staff, (work) => saveReading(work, readingSchema.parse({ projectId: world.projectId, id: newId(), version: null, indicatorId: indicator, periodId: world.periods.first, value: '4', readOn: '2019-06-30', source: 'Register', comment: '' })));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

test('a file proves a reading: it is an edit, the reviewer sees it, others do not', async () => {
  const first = await post(world.staff);
  expect(first).toMatchObject({ status: 200, answer: { ok: true, value: { version: 2 } } });
  expect(await post(world.staff, { id: first.answer.value?.id ?? '' }), 'sent twice is once').toMatchObject({ answer: { ok: true, repeated: true, value: { version: 2 } } });
  expect((await post(world.staff)).answer, 'the same bytes').toMatchObject({ ok: false, reason: 'evidenceTwice' });
  expect((await post(world.staff, { file: new File(['MZ executable'], 'a.pdf') })).answer).toMatchObject({ ok: false, reason: 'fileType' });
  expect((await shown(world.manager))?.[0]).toMatchObject({ version: 2, files: [{ id: first.answer.value?.id, fileName: 'izvještaj.pdf', kind: 'other', uploadedBy: 'Staff' }] });
  expect(await shown(world.donor)).toBeNull();
  const fetched = async (viewer: Viewer | null) => {
    session.viewer = viewer;
    return (await GET(new Request('http://localhost:3000'), { params: Promise.resolve({ id: first.answer.value?.id ?? '' }) })).status;
  };
  expect([await fetched(world.manager), await fetched(world.donor), await fetched(world.outsider), await fetched(null)]).toEqual([200, 404, 404, 404]);
  expect([(await post(world.donor, { file: pdf('two') })).answer.ok, (await post(world.outsider, { file: pdf('two') })).answer.ok]).toEqual([false, false]);
  const elsewhere = await aWorld();
  expect((await post(elsewhere.staff, { projectId: elsewhere.projectId, file: pdf('two') })).answer).toMatchObject({ ok: false, reason: 'notFound' });
  const trail = await database().select({ entity: auditLog.entity, changes: auditLog.changes }).from(auditLog).where(eq(auditLog.action, 'readings.attach'));
  expect(trail.map(({ entity }) => entity)).toEqual(['reading_files', 'readings']);
});

test('who attaches has edited, so other eyes approve; an approved reading and a closed period take no more files', async () => {
  const added = await post(world.manager, { file: new File([png], 'photo.png'), kind: 'photo' });
  const version = added.answer.value?.version ?? 0;
  const handed = await step(world.staff, submitReading, version);
  expect((await reviewQueue(world.reviewer, await open(world.reviewer))).readings).toMatchObject([{ indicator: 'r.a', files: 2 }]);
  await expect(step(world.manager, approveReading, handed.version), 'attached it').rejects.toThrow();
  await step(world.reviewer, approveReading, handed.version);
  expect((await post(world.staff, { file: pdf('three') })).answer).toMatchObject({ ok: false, reason: 'approvedIsLocked' });
  const remove = actionRegistry.get('readings.removeFile');
  if (!remove) throw new Error('no such action');
  const off = (viewer: Viewer, evidenceId: string) => runAction(remove, viewer, { projectId: world.projectId, evidenceId });
  expect(await off(world.staff, added.answer.value?.id ?? '')).toMatchObject({ ok: false, reason: 'approvedIsLocked' });
  const second = await world.as(world.staff, (work) => saveReading(work, readingSchema.parse({ projectId: world.projectId, id: newId(), version: null, indicatorId: indicator, periodId: world.periods.second, value: '5', readOn: null, source: '', comment: '' })));
  const file = await post(world.staff, { readingId: second.id, file: pdf('four') });
  expect(await off(world.staff, file.answer.value?.id ?? '')).toMatchObject({ ok: true });
  expect((await shown(world.staff))?.find(({ id }) => id === second.id)).toMatchObject({ version: 3, files: [] });
  await world.as(world.manager, (work) => closePeriod(work, { periodId: world.periods.second }));
  expect((await post(world.staff, { readingId: second.id, file: pdf('five') })).answer).toMatchObject({ ok: false, reason: 'periodClosed' });
});

test('a file name that looks like case data is pointed out when the reading is handed in, and stands with a reason or goes', async () => {
  await database().insert(indicators).values({ projectId: world.projectId, resultId: world.output, code: 'r.b', statement: 'Cases too', unit: 'cases', method: 'reported', position: 10, id: other });
  const form = (more: object) => readingSchema.parse({ projectId: world.projectId, indicatorId: other, periodId: world.periods.first, value: '4', readOn: null, source: '', comment: '', ...more });
  const saved = await world.as(world.staff, (work) => saveReading(work, form({ id: newId(), version: null })));
  const file = await post(world.staff, { readingId: saved.id, file: new File(['%PDF-1.7 case'], 'victim_Ana_Petrovic_case_123-2019.pdf') });
  const version = file.answer.value?.version ?? 0;
  const handIn = (at: number) => world.as(world.staff, (work) => submitReading(work, { projectId: world.projectId, readingId: saved.id, version: at, note: null }));
  await expect(handIn(version)).rejects.toThrow('caseDataUnconfirmed');
  const remove = actionRegistry.get('readings.removeFile');
  if (!remove) throw new Error('no such action');
  const gone = (await runAction(remove, world.staff, { projectId: world.projectId, evidenceId: file.answer.value?.id })) as { ok: boolean; value?: { version: number } };
  expect(gone.ok).toBe(true);
  expect(await handIn(gone.value?.version ?? 0)).toMatchObject({ id: saved.id });
});
