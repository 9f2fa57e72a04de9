import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { auditLog, minutesComments } from '@/db/schema';
import { runLinkAction, linkActionRegistry } from '@/lib/link-action';
import { minutesBehind } from '@/lib/activities/queries/linked-minutes';
import { findActivity } from '@/lib/activities/queries/record';
import { openLink } from '@/lib/links/queries';
import { agreeMinutes, circulateMinutes, handleComment } from '@/lib/meetings/mutations/minutes';
import '@/lib/meetings/actions';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

const reason = (promise: Promise<unknown>) => promise.then(() => null, (error: { failure?: { reason: string } }) => error.failure?.reason ?? error);
const spec = linkActionRegistry.get('meetings.commentByLink');

function aMeeting(world: World, given: Record<string, unknown> = {}) {
  const form = world.meeting([...world.people(2), ...world.people(1, 'male', world.border)], '2019-02-01');
  if (form.kind !== 'meeting') throw new Error('no meeting');
  return { ...form, detail: { ...form.detail, ...given } };
}
async function record(world: World, reference: string) {
  const found = await findActivity(world.staff, { id: world.projectId, attendanceThreshold: '0.8' }, reference);
  if (found?.kind !== 'meeting') throw new Error('no meeting');
  return { ...found.detail, version: found.version };
}
const circulate = (world: World, activityId: string) => world.as(world.staff, (work) => circulateMinutes(work, { activityId }));
const agree = (world: World, activityId: string, version: number) => world.as(world.staff, (work) => agreeMinutes(work, { activityId, version }));
const tokenOf = (url: string) => url.split('/').at(-1) ?? '';
const now = new Date('2019-12-01T10:00:00Z');
async function say(token: string, text: string, institutionId: string | null = null) {
  if (!spec) throw new Error('no link action');
  return runLinkAction(spec, { token, text, institutionId }, now);
}

test('minutes go out by one link, comments come back, are dealt with, and the minutes are agreed; then the link is closed', async () => {
  const world = await aWorld();
  const saved = await world.save(aMeeting(world));
  const link = await circulate(world, saved.id);
  expect((await circulate(world, saved.id)).url).toBe(link.url);
  expect(await say(tokenOf(link.url), 'The day is wrong', world.border)).toMatchObject({ ok: true });
  expect(await say(tokenOf(link.url), 'Nothing else')).toMatchObject({ ok: true });
  expect(await say(tokenOf(link.url), 'From elsewhere', world.abroad)).toMatchObject({ ok: false, reason: 'noSuchInstitution' });
  expect(await say(tokenOf(link.url), ' ')).toMatchObject({ ok: false, reason: 'invalid' });
  const { comments, circulatedAt, version } = await record(world, saved.reference);
  expect([comments.map((one) => [one.text, one.institutionId]).sort(), circulatedAt === null]).toEqual([[['Nothing else', null], ['The day is wrong', world.border]], false]);
  expect(await reason(agree(world, saved.id, version))).toBe('commentsOpen');
  for (const { id } of comments) await world.as(world.staff, (work) => handleComment(work, { commentId: id, note: 'Corrected' }));
  expect(await reason(world.as(world.staff, (work) => handleComment(work, { commentId: comments[0]?.id ?? '', note: null })))).toBe('wrongState');
  expect(await reason(agree(world, saved.id, version + 1))).toBe('reviewedChanged');
  await agree(world, saved.id, version);
  expect(await record(world, saved.reference)).toMatchObject({ agreedOn: '2019-12-01', agreedBy: 'Staff', comments: [{ handledBy: 'Staff', note: 'Corrected' }, { handledBy: 'Staff' }] });
  expect(await say(tokenOf(link.url), 'Too late')).toMatchObject({ ok: false, reason: 'linkClosed' });
  expect(await reason(circulate(world, saved.id))).toBe('minutesAgreed');
  expect(await reason(agree(world, saved.id, version))).toBe('wrongState');
  const trail = await database().select({ action: auditLog.action }).from(auditLog).where(and(eq(auditLog.chain, world.projectId), eq(auditLog.entity, 'minutes_comments')));
  expect(trail).toHaveLength(4);
});

test('a change of what the minutes say opens them again; another change does not', async () => {
  const world = await aWorld();
  const form = aMeeting(world);
  const saved = await world.save(form);
  await agree(world, saved.id, saved.version);
  const venue = await world.save({ ...form, version: saved.version, venue: 'Room 2' });
  expect((await record(world, saved.reference)).agreedOn).toBe('2019-12-01');
  await world.save({ ...form, version: venue.version, detail: { ...form.detail, minutes: 'Something else was said.' } });
  expect((await record(world, saved.reference)).agreedOn).toBeNull();
});

test('restricted and empty minutes do not go out; those restricted later open nothing any more', async () => {
  const world = await aWorld();
  const restricted = await world.save(aMeeting(world, { restricted: true }));
  const empty = await world.save(aMeeting(world, { minutes: null }));
  expect([await reason(circulate(world, restricted.id)), await reason(circulate(world, empty.id)), await reason(agree(world, empty.id, empty.version))]).toEqual(['minutesRestricted', 'minutesEmpty', 'minutesEmpty']);
  expect(await reason(circulate(world, (await world.save(world.training())).id))).toBe('notFound');
  const form = aMeeting(world);
  const saved = await world.save(form);
  const token = tokenOf((await circulate(world, saved.id)).url);
  await world.save({ ...form, version: saved.version, detail: { ...form.detail, restricted: true } });
  const { link } = await openLink(token, ['minutes_comment'], now);
  expect(link && (await minutesBehind(link, 'en'))).toBeNull();
  expect(await say(token, 'A comment')).toMatchObject({ ok: false, reason: 'linkClosed' });
  expect(await database().select().from(minutesComments).where(eq(minutesComments.activityId, saved.id))).toEqual([]);
});

test('behind the link stand the words without restricted items and without a name of anybody', async () => {
  const world = await aWorld();
  const closed = { id: newId(), title: 'SECRET item', presenter: null, notes: 'SECRET notes', restricted: true };
  const form = aMeeting(world, { agenda: [{ id: newId(), title: 'Calendar', presenter: 'Osoba Izlagač', notes: 'Six days.' }, closed], decisions: [{ id: newId(), text: 'SECRET decision', agendaItemId: closed.id }, { id: newId(), text: 'Open decision' }], actionPoints: [{ id: newId(), text: 'Send the form', institutionId: world.border, personId: null, dueDate: '2019-03-01', priority: 'normal' }] });
  const saved = await world.save(form);
  const { link } = await openLink(tokenOf((await circulate(world, saved.id)).url), ['minutes_comment'], now);
  const found = link && (await minutesBehind(link, 'en'));
  expect(found).toMatchObject({ agenda: [{ title: 'Calendar', notes: 'Six days.' }], decisions: [{ text: 'Open decision' }], actionPoints: [{ text: 'Send the form', institution: 'Border' }], institutions: [{ name: 'Border' }, { name: 'Unit' }] });
  const text = JSON.stringify(found);
  expect(text).not.toMatch(/SECRET|Izlagač/);
  for (const participant of form.participants) expect(text).not.toContain(participant.person?.givenName);
});
