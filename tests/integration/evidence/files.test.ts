import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

const dataDir = vi.hoisted(() => ({ at: '' }));
const session = vi.hoisted(() => ({ viewer: null as unknown }));
vi.mock('next/cache', () => ({ revalidatePath() {} }));
vi.mock('@/lib/auth/viewer', async (original) => ({ ...(await original<object>()), getViewer: async () => session.viewer }));

dataDir.at = mkdtempSync(path.join(tmpdir(), 'files-'));
process.env.DATA_DIR = dataDir.at;
process.env.MAX_UPLOAD_MB = '1';

const { GET } = await import('@/app/api/files/[id]/route');
const { POST } = await import('@/app/api/files/route');
const { database } = await import('@/db/client');
const { activities, auditLog, evidence, reportingPeriods } = await import('@/db/schema');
const { runAction, actionRegistry, runAsSystem } = await import('@/lib/action');
const { listEvidence } = await import('@/lib/evidence/queries');
await import('@/lib/evidence/actions/remove');
const { newId } = await import('@/lib/shared/ids');
const { aProject, aTraining, aViewer } = await import('./world');
type Viewer = Awaited<ReturnType<typeof aViewer>>;
type Answer = { ok: boolean; reason?: string; fieldErrors?: Record<string, string>; repeated?: boolean; value?: { id: string; version: number }; params?: unknown };

afterAll(() => rmSync(dataDir.at, { recursive: true, force: true }));

const pdf = (text = 'list') => new File([`%PDF-1.7\n%\u00e2\u00e3\n${text}`], `lista č.pdf`, { type: 'text/html' });
let home: { projectId: string; periodId: string };
let other: { projectId: string; periodId: string };
let staff: Viewer;
let activityId: string;

beforeAll(async () => {
  [home, other] = [await aProject(), await aProject()];
  staff = await aViewer(home.projectId, 'staff');
});
beforeEach(async () => {
  activityId = await aTraining(home.projectId, staff);
  session.viewer = staff;
});

async function post(fields: Record<string, string | File>, headers: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ projectId: home.projectId, activityId, id: newId(), kind: 'signed_list', file: pdf(), ...fields })) form.append(name, value);
  const response = await POST(new Request('http://localhost:3000/api/files', { method: 'POST', body: form, headers: { host: 'localhost:3000', ...headers } }));
  return { status: response.status, answer: (await response.json()) as Answer };
}
const versionOf = async () => (await database().select({ version: activities.version }).from(activities).where(eq(activities.id, activityId)))[0]?.version;
const filesOf = async () => database().select().from(evidence).where(eq(evidence.activityId, activityId));
const open = (id: string) => GET(new Request(`http://localhost:3000/api/files/${id}`), { params: Promise.resolve({ id }) });

describe('POST /api/files', () => {
  it('attaches a file: stored by content, a new version of the record, an audit row', async () => {
    const id = newId();
    const { status, answer } = await post({ id });
    expect([status, answer.ok, answer.value]).toEqual([200, true, { id, version: 2 }]);
    expect(await versionOf()).toBe(2);
    expect(await filesOf()).toMatchObject([{ id, fileName: 'lista č.pdf', mediaType: 'application/pdf', uploadedBy: staff.id }]);
    const trail = await database().select({ entity: auditLog.entity }).from(auditLog).where(eq(auditLog.action, 'evidence.attach'));
    expect(new Set(trail.map((row) => row.entity))).toEqual(new Set(['evidence', 'activities']));
  });

  it('recognises a second send, and refuses the same id with another file', async () => {
    const id = newId();
    await post({ id });
    const again = await post({ id });
    expect([again.status, again.answer.repeated, again.answer.value]).toEqual([200, true, { id, version: 2 }]);
    expect((await post({ id, file: pdf('other') })).answer.reason).toBe('conflict');
    expect(await filesOf()).toHaveLength(1);
  });

  it('refuses the same file as the same kind, not as another kind', async () => {
    await post({});
    expect((await post({})).answer).toMatchObject({ ok: false, reason: 'evidenceTwice', fieldErrors: { file: 'evidenceTwice' } });
    expect((await post({ kind: 'agenda' })).status).toBe(200);
  });

  it.each([
    ['a forbidden type', { file: new File(['<script>'], 'x.pdf', { type: 'application/pdf' }) }, 415, 'fileType'],
    ['an empty file', { file: new File([], 'x.pdf') }, 400, 'fileEmpty'],
    ['too large a file', { file: new File([new Uint8Array(1_000_001)], 'x.pdf') }, 413, 'fileTooLarge'],
    ['far too large a file', { file: new File([new Uint8Array(3_000_000)], 'x.pdf') }, 413, 'fileTooLarge'],
    ['absurdly large a file', { file: new File([new Uint8Array(9_000_000)], 'x.pdf') }, 413, 'fileTooLarge'],
    ['no file', { file: 'text' }, 400, 'fileRequired'],
    ['an unknown kind', { kind: 'video' }, 400, 'invalid'],
    ['a kind that a training has no use for', { kind: 'minutes' }, 400, 'invalidChoice'],
    ['an unknown field', { sha256: 'x' }, 400, 'invalid'],
    ['a malformed id', { id: 'x' }, 400, 'invalid'],
    ['an unknown activity', { activityId: newId() }, 404, 'notFound'],
    ['an unknown project', { projectId: newId() }, 404, 'notFound'],
  ])('refuses %s and changes nothing', async (_what, fields, status, reason) => {
    const { status: got, answer } = await post(fields);
    expect([got, answer.ok, answer.reason]).toEqual([status, false, reason]);
    expect(await filesOf()).toHaveLength(0);
    expect(await versionOf()).toBe(1);
  });

  it('refuses what is no form', async () => {
    const response = await POST(new Request('http://localhost:3000/api/files', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }));
    expect(response.status).toBe(400);
  });

  it('refuses another site', async () => {
    expect((await post({}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post({}, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post({}, { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  it.each([
    ['donor', 404],
    ['stranger', 404],
    ['admin', 403],
    ['manager', 200],
  ] as const)('answers a %s with %i, and stores nothing for who may not write', async (role, status) => {
    session.viewer = await aViewer(home.projectId, role);
    const before = readdirSync(path.join(dataDir.at, 'files'), { recursive: true }).length;
    expect((await post({ file: pdf(role) })).status).toBe(status);
    expect(readdirSync(path.join(dataDir.at, 'files'), { recursive: true }).length > before).toBe(status === 200);
  });

  it('refuses who is signed out, and another project named in the form', async () => {
    session.viewer = null;
    expect((await post({})).status).toBe(401);
    session.viewer = await aViewer(other.projectId, 'manager');
    expect((await post({ projectId: other.projectId })).status).toBe(404);
  });

  it('refuses an approved record and a closed period', async () => {
    await database().update(activities).set({ reviewState: 'approved' }).where(eq(activities.id, activityId));
    expect((await post({})).answer.reason).toBe('approvedIsLocked');
    await database().update(activities).set({ reviewState: 'draft' }).where(eq(activities.id, activityId));
    await closePeriod(new Date());
    expect((await post({})).answer.reason).toBe('periodClosed');
    await closePeriod(null);
  });
});

const closePeriod = (closedAt: Date | null) =>
  runAsSystem('test', async (work) => {
    await work.tx.update(reportingPeriods).set({ closedAt }).where(eq(reportingPeriods.id, home.periodId));
    work.audit.add('reporting_periods', home.periodId, {}, {}, 'closed or opened by a test');
  });

describe('GET /api/files/[id]', () => {
  it('gives the bytes inline under a sandbox', async () => {
    const { answer } = await post({});
    const response = await open(answer.value?.id ?? '');
    expect(await response.text()).toContain('%PDF-1.7');
    expect(response.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    expect(response.headers.get('content-disposition')).toMatch(/^inline; filename="lista c\.pdf"; filename\*=UTF-8''lista%20%C4%8D\.pdf$/);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
  });

  it.each(['donor', 'stranger'] as const)('does not exist for a %s', async (role) => {
    const { answer } = await post({});
    session.viewer = await aViewer(home.projectId, role);
    expect((await open(answer.value?.id ?? '')).status).toBe(404);
  });

  it('does not exist under a wrong id or for who is signed out', async () => {
    expect((await open('../../etc/passwd')).status).toBe(404);
    expect((await open(newId())).status).toBe(404);
    const { answer } = await post({});
    session.viewer = null;
    expect((await open(answer.value?.id ?? '')).status).toBe(404);
  });
});

describe('removing', () => {
  const remove = (evidenceId: string, viewer: Viewer) => runAction(spec('evidence.remove'), viewer, { projectId: home.projectId, evidenceId });

  it('takes the file off the list and keeps the row', async () => {
    const { answer } = await post({});
    const id = answer.value?.id ?? '';
    expect(await remove(id, staff)).toMatchObject({ ok: true, value: { id, version: 3 } });
    expect(await listEvidence(staff, home.projectId, activityId)).toEqual([]);
    expect(await filesOf()).toMatchObject([{ id, removedBy: staff.id }]);
    expect((await open(id)).status).toBe(404);
    expect(await remove(id, staff)).toMatchObject({ ok: false, reason: 'notFound' });
    expect((await post({})).status).toBe(200);
  });

  it('is refused on an approved record and to another staff member once submitted', async () => {
    const { answer } = await post({});
    await database().update(activities).set({ reviewState: 'approved' }).where(eq(activities.id, activityId));
    expect(await remove(answer.value?.id ?? '', staff)).toMatchObject({ reason: 'approvedIsLocked' });
    await database().update(activities).set({ reviewState: 'submitted' }).where(eq(activities.id, activityId));
    expect(await remove(answer.value?.id ?? '', await aViewer(home.projectId, 'staff'))).toMatchObject({ reason: 'forbidden' });
  });

  it('lists files for readers of the project only', async () => {
    await post({});
    expect(await listEvidence(staff, home.projectId, activityId)).toHaveLength(1);
    expect(await listEvidence(await aViewer(home.projectId, 'donor'), home.projectId, activityId)).toEqual([]);
    expect(await listEvidence(await aViewer(other.projectId, 'manager'), home.projectId, activityId)).toEqual([]);
  });
});

function spec(name: string) {
  const found = actionRegistry.get(name);
  if (!found) throw new Error(`no action ${name}`);
  return found;
}
