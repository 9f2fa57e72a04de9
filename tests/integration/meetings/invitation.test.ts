import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { database } from '@/db/client';
import { people } from '@/db/schema';
import { saveActivity } from '@/lib/activities/mutations/save';
import { saveActivitySchema } from '@/lib/activities/schema';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

const session = vi.hoisted(() => ({ viewer: null as unknown }));
vi.mock('@/lib/auth/viewer', async (original) => ({ ...(await original<object>()), getViewer: async () => session.viewer }));
vi.mock('next-intl/server', () => ({ getTranslations: async () => Object.assign((key: string) => key, { has: () => true }), getLocale: async () => 'en-GB' }));
const invitation = await import('@/app/(app)/projects/[project]/activities/[ref]/invitation.ics/route');
const papers = await import('@/app/(app)/projects/[project]/activities/[ref]/papers/[paper]/route');

async function ics(world: World, ref: string, viewer: unknown = world.staff) {
  session.viewer = viewer;
  const response = await invitation.GET(new Request('http://localhost/'), { params: Promise.resolve({ project: world.slug, ref }) });
  const text = (await response.text()).replace(/\r\n[ \t]/g, '');
  const one = (name: string) => text.match(new RegExp(`^${name}[:;](.*?)\r?$`, 'm'))?.[1];
  return { status: response.status, type: response.headers.get('content-type'), text, one };
}
const paper = async (world: World, ref: string, name: string, viewer: unknown, query = '') => {
  session.viewer = viewer;
  const response = await papers.GET(new Request(`http://localhost/${name}${query}`), { params: Promise.resolve({ project: world.slug, ref, paper: name }) });
  return { status: response.status, type: response.headers.get('content-type'), size: (await response.arrayBuffer()).byteLength };
};
function planned(world: World, given: Record<string, unknown> = {}) {
  const form = world.meeting([], '2019-05-10');
  if (form.kind !== 'meeting') throw new Error('no meeting');
  const { detail, ...rest } = form;
  return { ...rest, ...{ actualStart: null, actualEnd: null, implementation: 'planned' as const, sessions: [], participants: [] }, detail: { ...detail, startTime: '10:00', endTime: '12:00', minutes: null, ...given } };
}

test('the id stays, the sequence rises with what, when and where and with nothing else, and calling off is a cancellation', async () => {
  const world = await aWorld();
  const secret = { id: newId(), title: 'SECRET item', presenter: null, restricted: true };
  const form = planned(world, { agenda: [{ id: newId(), title: 'Opening', presenter: null }, secret] });
  let minute = 0;
  const save = (given: Parameters<World['save']>[0]) => world.as(world.staff, (work) => saveActivity(work, saveActivitySchema.parse(given)), new Date(Date.UTC(2019, 3, 1, 10, minute++)));
  const saved = await save(form);
  const first = await ics(world, saved.reference);
  expect([first.status, first.type, first.one('SEQUENCE'), first.one('METHOD')]).toEqual([200, 'text/calendar; charset=utf-8; method=PUBLISH', '0', 'PUBLISH']);
  expect(first.one('DTSTART')).toBe('20190510T080000Z');
  expect(first.text).toContain('Opening');
  expect(first.text).not.toContain('SECRET');
  const minutes = await save({ ...form, version: saved.version, detail: { ...form.detail, minutes: 'Prepared.' } });
  expect((await ics(world, saved.reference)).one('SEQUENCE')).toBe('0');
  const moved = await save({ ...form, version: minutes.version, plannedStart: '2019-05-11', plannedEnd: '2019-05-11', venue: 'Room 2' });
  const second = await ics(world, saved.reference);
  expect([second.one('SEQUENCE'), second.one('UID'), second.one('DTSTART')]).toEqual(['1', first.one('UID'), '20190511T080000Z']);
  const off = await save({ ...form, version: moved.version, plannedStart: '2019-05-11', plannedEnd: '2019-05-11', venue: 'Room 2', implementation: 'cancelled', implementationReason: 'No quorum' });
  const third = await ics(world, off.reference);
  expect([third.one('METHOD'), third.one('STATUS'), third.one('SEQUENCE'), third.one('UID')]).toEqual(['CANCEL', 'CANCELLED', '2', first.one('UID')]);
});

test('one file goes to everybody, so nobody who is invited stands in it: neither names nor addresses, in the invitation and in its cancellation', async () => {
  const world = await aWorld();
  const [first, second] = world.people(2);
  if (!first || !second) throw new Error('nobody');
  const met = world.meeting([first, second], '2019-05-10');
  if (met.kind !== 'meeting') throw new Error('no meeting');
  const form = { ...planned(world), participants: met.participants.map((row) => ({ ...row, sessionIds: [] })) };
  const saved = await world.save(form);
  await database().update(people).set({ email: 'one.of.them@police.example' }).where(eq(people.id, first.id));
  await database().update(people).set({ email: 'the.other@court.example' }).where(eq(people.id, second.id));
  const off = () => world.save({ ...form, version: saved.version, implementation: 'cancelled', implementationReason: 'No quorum' });
  for (const text of [(await ics(world, saved.reference)).text, (await off(), await ics(world, saved.reference)).text]) {
    for (const told of ['ATTENDEE', 'police.example', 'court.example', first.name, second.name]) expect(text).not.toContain(told);
    expect(text).toContain(`MAILTO:${world.staff.email}`.replace('MAILTO', 'mailto'));
  }
});

test('a restricted meeting is invited to without its title; without a day there is no invitation; donors, outsiders and nobody get nothing', async () => {
  const world = await aWorld();
  const restricted = await world.save({ ...planned(world, { restricted: true }), title: 'SECRET title' });
  const answer = await ics(world, restricted.reference);
  expect(answer.one('SUMMARY')).toBe(`Coordination ${restricted.reference}`);
  expect(answer.text).not.toContain('SECRET');
  const undated = await world.save({ ...planned(world), plannedStart: null, plannedEnd: null });
  expect((await ics(world, undated.reference)).status).toBe(404);
  for (const viewer of [world.donor, world.outsider, null]) expect((await ics(world, restricted.reference, viewer)).status).toBe(404);
});

test('agenda and minutes come as PDF and as Word file; of a restricted meeting only inside; other readers and other records get nothing', async () => {
  const world = await aWorld();
  const open = await world.save(planned(world));
  const closed = await world.save(planned(world, { restricted: true }));
  const training = await world.save(world.training());
  for (const name of ['agenda.pdf', 'minutes.pdf']) expect(await paper(world, open.reference, name, world.staff)).toMatchObject({ status: 200, type: 'application/pdf' });
  for (const name of ['agenda.docx', 'minutes.docx']) expect((await paper(world, open.reference, name, world.admin, '?language=en')).type).toContain('wordprocessingml');
  expect((await paper(world, closed.reference, 'minutes.pdf', world.staff)).status).toBe(404);
  expect((await paper(world, closed.reference, 'minutes.pdf', world.staff, '?for=inside')).status).toBe(200);
  for (const name of ['agenda', 'agenda.txt', 'notes.pdf', 'agenda.pdf.exe']) expect((await paper(world, open.reference, name, world.staff)).status, name).toBe(404);
  expect((await paper(world, training.reference, 'agenda.pdf', world.staff)).status).toBe(404);
  for (const viewer of [world.donor, world.outsider, null]) for (const query of ['', '?for=inside']) expect((await paper(world, open.reference, 'minutes.pdf', viewer, query)).status).toBe(404);
});
