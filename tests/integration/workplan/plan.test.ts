import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { database } from '@/db/client';
import { activities, auditLog, sessions } from '@/db/schema';
import { actionRegistry, type ActionSpec, runAction } from '@/lib/action';
import { revokeLink } from '@/lib/links/mutations';
import { GET as feed } from '@/app/(public)/(links)/workplan-feed/[token]/route';
import { openFeed, type Replanned, reschedule } from '@/lib/workplan/mutations';
import { lastMove, latePlan, openPlan, plannedActivity, plannedIn, plannedOver, plannedSpan } from '@/lib/workplan/queries';
import { clashes, foldedRows, planMost, planRows, timelineOf } from '@/lib/workplan/rules';
import { writeCursor } from '@/lib/shared/cursor';
import { newId } from '@/lib/shared/ids';
import type { ActionResult } from '@/lib/shared/result';
import '@/lib/workplan/actions';
import { aWorld, type World } from '../../support/builders';

vi.mock('next/cache', () => ({ revalidatePath() {} }));
vi.mock('next-intl/server', () => ({ getTranslations: async () => (_key: string, values: Record<string, string>) => `plan of ${values.project}`, getLocale: async () => 'en-GB' }));

const toCome = (world: World, day: string, more: object = {}) => world.save({ ...world.training({ sessions: [day] }), implementation: 'planned', actualStart: null, actualEnd: null, venue: 'Secret Street 7', ...more });
const june = { from: '2019-06-01', to: '2019-06-30' };
const move = (world: World, saved: { id: string; version: number }, plannedStart: string, plannedEnd: string | null = null) => world.as(world.staff, (work) => reschedule(work, { projectId: world.projectId, activityId: saved.id, version: saved.version, plannedStart, plannedEnd, reason: 'The trainer fell ill' }));

test('an activity moves with its sessions, and the reason stands in the trail', async () => {
  const world = await aWorld();
  const saved = await toCome(world, '2019-06-04');
  const moved = await move(world, saved, '2019-06-11', '2019-06-12');
  const [row] = await database().select().from(activities).where(eq(activities.id, saved.id));
  expect(row).toMatchObject({ plannedStart: '2019-06-11', plannedEnd: '2019-06-12', implementation: 'planned', version: moved.version });
  expect((await database().select({ date: sessions.date }).from(sessions).where(eq(sessions.activityId, saved.id))).map(({ date }) => date)).toEqual(['2019-06-11']);
  const trail = await database().select().from(auditLog).where(eq(auditLog.entityId, saved.id)).orderBy(auditLog.seq);
  expect(trail.at(-1)).toMatchObject({ note: 'The trainer fell ill', changes: { plannedStart: ['2019-06-04', '2019-06-11'] } });
});

test('what has begun, what somebody else changed meanwhile, and what is approved stays where it is', async () => {
  const world = await aWorld();
  const saved = await toCome(world, '2019-06-04');
  await expect(move(world, { ...saved, version: 99 }, '2019-06-11')).rejects.toMatchObject({ failure: { reason: 'stale' } });
  const begun = await world.save(world.training({ sessions: ['2019-06-04'] }));
  await expect(move(world, begun, '2019-06-11')).rejects.toMatchObject({ failure: { reason: 'wrongState' } });
  const approved = await world.approved(world.training({}));
  await expect(move(world, approved, '2019-06-11')).rejects.toMatchObject({ failure: { reason: 'approvedIsLocked' } });
  expect(await plannedActivity(world.staff, world.projectId, begun.reference)).toBeNull();
  expect(await plannedActivity(world.donor, world.projectId, saved.reference)).toBeNull();
  expect(await plannedActivity(world.staff, world.projectId, saved.reference)).toMatchObject({ from: '2019-06-04' });
});

test('a rescheduling is taken back as a whole: days, sessions, the state and why it was postponed; nothing else is', async () => {
  const world = await aWorld();
  const postponed = { implementation: 'postponed' as const, implementationReason: 'The hall burnt down', plannedEnd: null };
  const saved = await toCome(world, '2019-06-04', postponed);
  const act = (name: string, input: object, viewer = world.staff) => runAction(actionRegistry.get(name) as ActionSpec, viewer, { projectId: world.projectId, activityId: saved.id, ...input }) as Promise<ActionResult<Replanned>>;
  const stands = async () => (await database().select().from(activities).where(eq(activities.id, saved.id)))[0];
  const held = async () => (await database().select({ date: sessions.date }).from(sessions).where(eq(sessions.activityId, saved.id))).map(({ date }) => date);
  expect(await act('workplan.takeBack', { version: saved.version }), 'nothing was moved yet').toMatchObject({ ok: false, reason: 'wrongState' });
  expect(await lastMove(world.staff, world.projectId, saved.reference)).toBeNull();

  const moved = await act('workplan.reschedule', { version: saved.version, plannedStart: '2019-06-11', plannedEnd: '2019-06-12', reason: 'Another hall' });
  const version = moved.ok ? moved.value.version : 0;
  expect(await stands()).toMatchObject({ implementation: 'planned', implementationReason: null, plannedStart: '2019-06-11' });
  expect(await lastMove(world.staff, world.projectId, saved.reference)).toEqual({ id: saved.id, reference: saved.reference, version, plannedStart: '2019-06-11' });
  expect(await lastMove(world.manager, world.projectId, saved.reference), 'offered to who did it').toBeNull();
  expect(await lastMove(world.donor, world.projectId, saved.reference)).toBeNull();
  expect(await act('workplan.takeBack', { version: saved.version }), 'another version').toMatchObject({ ok: false, reason: 'stale' });

  expect(await act('workplan.takeBack', { version })).toMatchObject({ ok: true, value: { plannedStart: '2019-06-04', version: version + 1 } });
  expect(await stands()).toMatchObject({ ...postponed, plannedStart: '2019-06-04' });
  expect(await held()).toEqual(['2019-06-04']);
  expect((await database().select().from(auditLog).where(eq(auditLog.entityId, saved.id)).orderBy(auditLog.seq)).at(-1)).toMatchObject({ action: 'workplan.takeBack', changes: { plannedStart: ['2019-06-11', '2019-06-04'], implementation: ['planned', 'postponed'], implementationReason: [null, 'The hall burnt down'] } });
  expect(await act('workplan.takeBack', { version: version + 1 }), 'once').toMatchObject({ ok: false, reason: 'wrongState' });
  expect(await lastMove(world.staff, world.projectId, saved.reference)).toBeNull();
});

test('the plan knows the month, what is still to be held, and where institutions clash; nobody without records sees it', async () => {
  const world = await aWorld();
  await toCome(world, '2019-06-04');
  await toCome(world, '2019-06-04');
  await toCome(world, '2019-07-04');
  await world.approved(world.training({ sessions: ['2019-06-20'] }));
  const open = await openPlan(world.staff, world.projectId, '2019-06-01');
  expect([(await plannedIn(world.staff, world.projectId, june)).total, open.total, open.activities.length]).toEqual([3, 3, 3]);
  expect((await openPlan(world.staff, world.projectId, '2019-06-05')).activities.map(({ from }) => from), 'what is over by then').toEqual(['2019-07-04']);
  expect(clashes(open.activities).map(({ institutionId, from }) => [institutionId, from])).toContainEqual([world.unit, '2019-06-04']);
  const none = { activities: [], total: 0 };
  expect([await plannedIn(world.donor, world.projectId, june), await openPlan(world.donor, world.projectId, '2019-06-01')]).toEqual([none, none]);
  expect(await latePlan(world.donor, world.projectId, '2019-12-01', {})).toMatchObject({ rows: [], total: 0 });
  expect(await plannedOver(world.donor, world.projectId, ['2019-06'], { month: '2019-06', at: {} })).toMatchObject({ counts: [], rows: [] });
});

test('a timeline of many activities is read month by month and page by page: each once, in order of time; a short one at once', async () => {
  const world = await aWorld();
  const saved = await toCome(world, '2019-05-30');
  const months = timelineOf('2019-06');
  const over = (more: object = {}) => plannedOver(world.staff, world.projectId, months, { month: '2019-06', at: {}, ...more });
  expect(await over()).toMatchObject({ shown: null, rows: [{ reference: saved.reference }], before: null, after: null });

  const [row] = await database().select().from(activities).where(eq(activities.id, saved.id));
  if (!row) throw new Error('not saved');
  const { onDate: _generated, ...same } = row;
  const begin = (number: number, plannedStart: string, plannedEnd: string | null = null) => ({ ...same, id: newId(), reference: `TR-9${String(number).padStart(2, '0')}`, plannedStart, plannedEnd });
  await database().insert(activities).values([
    ...Array.from({ length: 60 }, (_, at) => begin(at, `2019-06-${String(1 + (at % 30)).padStart(2, '0')}`)),
    begin(80, '2019-01-15', '2019-03-02'), // begun before the first month, goes on in it
    begin(81, '2019-01-15', '2019-02-27'),
    begin(82, '2019-09-01'),
  ]);
  const first = await over();
  expect(first.counts).toEqual([['2019-03', 1], ['2019-04', 0], ['2019-05', 1], ['2019-06', 60], ['2019-07', 0], ['2019-08', 0]].map(([month, n]) => ({ month, n })));
  expect([first.shown, first.rows.length, first.before]).toEqual(['2019-06', planRows, null]);
  const second = await over({ at: { after: first.after } });
  expect([second.rows.length, second.after]).toEqual([10, null]);
  const all = [...first.rows, ...second.rows];
  expect(new Set(all.map(({ id }) => id)).size).toBe(60);
  expect(all.map(({ from, reference }) => `${from} ${reference}`)).toEqual(all.map(({ from, reference }) => `${from} ${reference}`).sort());
  expect((await over({ at: { before: second.before } })).rows).toEqual(first.rows);
  expect((await over({ asked: '2019-03' })).rows.map(({ reference }) => reference)).toEqual(['TR-980']);
  for (const asked of ['2019-04', '2019-99', 'x']) expect((await over({ asked })).shown, 'a month without any, or none at all').toBe('2019-06');
  for (const after of ['x', writeCursor(['2019-02-31', 'TR-1', newId()]), writeCursor(["'", 'TR-1', newId()])]) expect((await over({ at: { after } })).rows, 'no place of this list').toEqual(first.rows);
  expect((await plannedOver(world.staff, (await aWorld()).projectId, months, { month: '2019-06', at: {} })).rows).toEqual([]);
});

test('of more than is read at once it is said how many there are; what is overdue goes page by page, the longest overdue first, none twice', async () => {
  const world = await aWorld();
  const saved = await toCome(world, '2019-06-30');
  const [row] = await database().select().from(activities).where(eq(activities.id, saved.id));
  if (!row) throw new Error('not saved');
  const { onDate: _generated, ...same } = row;
  const added = Array.from({ length: planMost + 4 }, (_, at) => ({ ...same, id: newId(), reference: `TR-${1000 + at}`, plannedStart: `2019-06-${String(1 + (at % 29)).padStart(2, '0')}`, plannedEnd: null }));
  await database().insert(activities).values(added);
  await database().insert(activities).values([{ ...same, id: newId(), reference: 'TR-2', plannedStart: '2019-05-01', plannedEnd: null, implementation: 'under_way' }, { ...same, id: newId(), reference: 'TR-3', plannedStart: '2019-05-02', plannedEnd: null, actualStart: '2019-05-02' }]);
  const month = await plannedIn(world.staff, world.projectId, june);
  expect([month.activities.length, month.total, month.activities.at(-1)?.from]).toEqual([planMost, planMost + 5, '2019-06-29']);
  const open = await openPlan(world.staff, world.projectId, '2019-06-01');
  expect([open.activities.length, open.total]).toEqual([planMost, planMost + 5]);

  const late = (at = {}) => latePlan(world.staff, world.projectId, '2019-06-05', at); // from the first to the fourth, 35 of each
  const first = await late();
  const due = added.filter(({ plannedStart }) => plannedStart < '2019-06-05');
  expect([first.total, first.rows.length, first.before]).toEqual([due.length, foldedRows, null]);
  const second = await late({ after: first.after });
  expect([second.rows.length, second.after, second.total]).toEqual([due.length - foldedRows, null, due.length]);
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id))).toEqual(new Set(due.map(({ id }) => id)));
  expect((await late({ before: second.before })).rows).toEqual(first.rows);
  expect(await late({ after: writeCursor(['2019-12-01', 'TR-1', newId()]) }), 'behind the last').toMatchObject({ rows: [], total: null });
  expect((await late({ after: 'x' })).rows, 'no place of this list').toEqual(first.rows);
});

test('the plan says what the reader may move: what the editing of records allows, and nothing that has begun', async () => {
  const world = await aWorld();
  const draft = await toCome(world, '2019-06-04');
  const begun = await world.save(world.training({ sessions: ['2019-06-05'] }));
  const approved = await world.approved(world.training({ sessions: ['2019-06-20'] }));
  const movable = async (viewer: World['staff']) => (await plannedIn(viewer, world.projectId, june)).activities.filter((row) => row.movable).map(({ reference }) => reference);
  expect(await movable(world.staff)).toEqual([draft.reference]);
  expect(await movable(world.manager)).toEqual([draft.reference]);
  expect(await movable(world.admin)).toEqual([]);
  expect((await plannedActivity(world.staff, world.projectId, draft.reference))?.movable).toBe(true);
  for (const { reference } of [begun, approved]) expect(await plannedActivity(world.staff, world.projectId, reference)).toBeNull();
  expect(await plannedSpan(world.staff, world.projectId)).toEqual({ first: '2019-06-04', last: '2019-06-20' });
  expect(await plannedSpan(world.donor, world.projectId)).toBeNull();
  expect(await plannedSpan(world.staff, (await aWorld()).projectId)).toBeNull();
});

test('the feed tells titles, days and towns to whoever holds its address, until it is revoked; no name and no venue', async () => {
  const world = await aWorld();
  const saved = await toCome(world, '2019-06-04', { title: 'Interviewing, part 1' });
  const link = await world.as(world.staff, (work) => openFeed(work), new Date());
  const ask = async (token: string) => feed(new Request(`https://app.example/workplan-feed/${token}`), { params: Promise.resolve({ token }) });
  const token = link.url.split('/').at(-1) ?? '';
  const response = await ask(token);
  expect(response.headers.get('content-type')).toContain('text/calendar');
  const text = await response.text();
  expect(text).toContain(`SUMMARY:${saved.reference} Interviewing\\, part 1`);
  expect(text).toContain('DTSTART;VALUE=DATE:20190604');
  expect(text).toContain('DTEND;VALUE=DATE:20190605');
  expect(text).toContain('LOCATION:Bar');
  expect(text).not.toMatch(/Secret Street|Test\b.*@unit|ATTENDEE|ORGANIZER/);
  expect((await world.as(world.staff, (work) => openFeed(work), new Date())).id, 'the same address while it holds').toBe(link.id);
  await world.as(world.staff, (work) => revokeLink(work, { linkId: link.id }), new Date());
  expect((await ask(token)).status).toBe(404);
  expect((await ask('x')).status).toBe(404);
});
