import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { database } from '@/db/client';
import { agendaItems } from '@/db/schema';
import { activityForm } from '@/lib/activities/queries/form';
import { findActivity } from '@/lib/activities/queries/record';
import { listActionPoints } from '@/lib/action-points/queries/list';
import { listDecisions } from '@/lib/meetings/queries';
import { loadReportFacts } from '@/lib/reports/mutations/facts';
import { reportDraft } from '@/lib/reports/queries';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';
import { aDraft, issue } from '../reports/world';

const session = vi.hoisted(() => ({ viewer: null as unknown }));
vi.mock('@/lib/auth/viewer', async (original) => ({ ...(await original<object>()), getViewer: async () => session.viewer }));
vi.mock('next-intl/server', () => ({ getTranslations: async () => Object.assign((key: string) => key, { has: () => true }), getLocale: async () => 'en-GB' }));

const refusal = (promise: Promise<unknown>) => promise.then(() => null, (error: { failure?: { reason: string } }) => error.failure?.reason ?? error);

function aMeeting(world: World, given: Record<string, unknown>) {
  const form = world.meeting([...world.people(2), ...world.people(1, 'male', world.border)], '2019-02-01');
  if (form.kind !== 'meeting') throw new Error('no meeting');
  return { ...form, detail: { ...form.detail, ...given } };
}
const item = (title: string, given = {}) => ({ id: newId(), title, presenter: null, startsAt: null, notes: null, restricted: false, ...given });
const point = (text: string, agendaItemId: string | null, world: World) => ({ id: newId(), text, institutionId: world.border, personId: null, dueDate: '2019-03-01', priority: 'normal' as const, agendaItemId });
async function record(world: World, reference: string) {
  const found = await findActivity(world.staff, { id: world.projectId, attendanceThreshold: '0.8' }, reference);
  if (found?.kind !== 'meeting') throw new Error('no meeting');
  return found.detail;
}

test('agenda items keep time, presenter, notes and restriction; what was decided and agreed under them keeps pointing at them over an edit', async () => {
  const world = await aWorld();
  const [first, second] = [item('Opening', { startsAt: '10:00', presenter: 'Chair' }), item('Routes', { startsAt: '10:30', notes: 'Said so.', restricted: true })];
  const detail = { startTime: '10:00', endTime: '11:30', agenda: [first, second], decisions: [{ id: newId(), text: 'Decided', agendaItemId: second.id }], actionPoints: [point('Agreed', second.id, world)], expected: [{ institutionId: world.unit, count: 4 }] };
  const form = aMeeting(world, detail);
  const saved = await world.save(form);
  expect(await record(world, saved.reference)).toMatchObject({ startTime: '10:00', endTime: '11:30', agenda: [first, second], expected: [{ institutionId: world.unit, count: 4 }] });
  const again = await world.save({ ...form, version: saved.version, detail: { ...form.detail, agenda: [{ ...second, title: 'Routes in summer' }, first] } });
  const after = await record(world, again.reference);
  expect(after.agenda.map((one) => one.title)).toEqual(['Routes in summer', 'Opening']);
  expect([after.decisions[0]?.agendaItemId, after.actionPoints[0]?.agendaItemId]).toEqual([second.id, second.id]);
  expect((await activityForm(world.staff, { id: world.projectId }, { id: saved.id }))?.values.detail).toMatchObject({ ...detail, agenda: [{ ...second, title: 'Routes in summer' }, first] });
  expect(await refusal(world.save({ ...form, id: newId(), sessions: [], participants: [], detail: { ...form.detail, agenda: [first], decisions: [], actionPoints: [] } }))).toBe('conflict');
  expect(await database().select().from(agendaItems).where(eq(agendaItems.activityId, saved.id))).toHaveLength(2);
});

test('what is restricted reaches no donor output: neither figures, preview, issued report, exports nor the read API', async () => {
  const world = await aWorld();
  const secret = 'ZLATNARUTA';
  const [open, closed] = [item('Calendar'), item(`${secret} title`, { presenter: `${secret} presenter`, notes: `${secret} notes`, restricted: true })];
  await world.approved(aMeeting(world, { agenda: [open, closed], decisions: [{ id: newId(), text: `${secret} decision`, agendaItemId: closed.id }], actionPoints: [point(`${secret} point`, closed.id, world)] }));
  const draft = await aDraft(world);
  const answers: [string, unknown][] = [
    ['facts', await loadReportFacts(database(), world.projectId, draft.id)],
    ['preview', await reportDraft(world.manager, { id: world.projectId, today: '2019-12-01' }, draft.id)],
  ];
  const { number } = await issue(world, draft);
  session.viewer = world.donor;
  const project = { project: world.slug };
  const get = async (label: string, module: Promise<{ GET: (request: Request, context: { params: Promise<never> }) => Promise<Response> }>, params: object = project) => {
    const response = await (await module).GET(new Request(`http://localhost/${label}`), { params: Promise.resolve(params as never) });
    answers.push([label, await response.text()]);
    return response.status;
  };
  expect(await get('content.json', import('@/app/(app)/projects/[project]/reports/[id]/versions/[number]/content.json/route') as never, { ...project, id: draft.id, number: String(number) })).toBe(200);
  expect(await get('iati.xml', import('@/app/(app)/projects/[project]/export/iati.xml/route') as never)).toBe(200);
  expect(await get('indicators', import('@/app/api/v1/projects/[project]/indicators/route') as never)).toBe(200);
  expect(await get('people-counts', import('@/app/api/v1/projects/[project]/people-counts/route') as never)).toBe(200);
  expect(await get('activities', import('@/app/api/v1/projects/[project]/activities/route') as never)).toBe(404);
  for (const list of ['activities', 'action-points', 'people', 'equipment']) expect(await get(`export/${list}`, import('@/app/(app)/projects/[project]/export/[list]/route') as never, { ...project, list }), list).toBe(404);
  answers.push(['decisions', await listDecisions(world.donor, { id: world.projectId }, { q: '', state: null }, {})]);
  answers.push(['points', await listActionPoints(world.donor, { id: world.projectId, today: '2019-12-01' }, { view: null, institutionIds: null, q: '' }, {})]);
  answers.push(['record', await findActivity(world.donor, { id: world.projectId, attendanceThreshold: '0.8' }, 'ME-001')]);
  for (const [label, answer] of answers) expect(JSON.stringify(answer) ?? '', label).not.toContain(secret);
});
