import { eq } from 'drizzle-orm';
import { beforeEach, expect, test, vi } from 'vitest';
import { database } from '@/db/client';
import { actionPoints, notificationRecipients, outboxMails, users } from '@/db/schema';
import { actionRegistry, runAction } from '@/lib/action';
import { env } from '@/lib/env';
import { linkActionRegistry, runLinkAction } from '@/lib/link-action';
import { composeDigests } from '@/lib/notifications/mutations/compose';
import { listOutbox, ownMails, ownPreference } from '@/lib/notifications/queries';
import { withLinks } from '@/lib/notifications/rules/links';
import '@/lib/notifications/actions';
import { createActionPoint, progressActionPoint } from '@/lib/action-points/mutations/points';
import { newId } from '@/lib/shared/ids';
import type { World } from '../../support/builders';
import { ownerConnection } from '../../support/database';
import { aDuePoint, forgetAll, mails, owned } from './world';

vi.mock('next/cache', () => ({ revalidatePath() {} }));
beforeEach(forgetAll);
// Half past eight in Podgorica, whatever the clock says.
const morning = (day: string) => new Date(`${day}T06:30:00Z`);
const choose = (world: World, actor: 'staff' | 'manager' | 'reviewer', frequency: string, language = 'en') => {
  const spec = actionRegistry.get('notifications.choose');
  if (!spec) throw new Error('no such action');
  return runAction(spec, world[actor], { frequency, language });
};
const toStaff = async (world: World) => (await mails()).filter(({ address }) => address === world.staff.email);

test('before, on the day, each week after: one mail a person, nothing twice, however often the sender runs', async () => {
  const { world } = await aDuePoint();
  await choose(world, 'staff', 'daily');
  const days = ['2019-04-20', '2019-04-24', '2019-04-25', '2019-04-30', '2019-05-01', '2019-05-07', '2019-05-13', '2019-05-14'];
  const heard: string[] = [];
  for (const day of days) {
    const before = (await toStaff(world)).length;
    await composeDigests(morning(day));
    await composeDigests(new Date(morning(day).getTime() + 3_600_000));
    if ((await toStaff(world)).length > before) heard.push(day);
  }
  expect(heard).toEqual(['2019-04-24', '2019-04-30', '2019-05-07', '2019-05-14']);
  const [first] = await toStaff(world);
  expect(first).toMatchObject({ state: 'waiting', items: 1, subject: `1 reminder · ${world.slug.toUpperCase()}` });
  expect(first?.body).toContain('- Send the list (due 30 Apr 2019)');
  expect(first?.body).toContain(`http://localhost:3000/projects/${world.slug}/action-points`);
  expect((await mails()).map(({ address }) => address)).not.toContain(world.donor.email);
});

test('many things of several projects are one mail', async () => {
  const { world } = await aDuePoint();
  const other = await aDuePoint();
  await database().execute(`insert into memberships (project_id, user_id, role) values ('${other.world.projectId}', '${world.staff.id}', 'staff')`);
  for (const text of ['Second', 'Third']) await world.as(world.staff, (work) => createActionPoint(work, { projectId: world.projectId, id: newId(), text, institutionId: null, personId: null, dueDate: '2019-04-29', priority: 'normal', involvedIds: [] }), morning('2019-04-01'));
  await composeDigests(morning('2019-04-30'));
  const own = await toStaff(world);
  expect(own).toHaveLength(1);
  expect(own[0]?.items).toBe(4);
});

test('more things than a statement takes parameters are still one mail, said once', async () => {
  const { world } = await aDuePoint();
  await database().execute(`insert into action_points (id, project_id, number, text, due_date)
    select gen_random_uuid(), '${world.projectId}', 1000 + n, 'Point ' || n, '2019-04-30' from generate_series(1, 66000) n`);
  await composeDigests(morning('2019-04-30'));
  await composeDigests(morning('2019-05-01'));
  const own = await toStaff(world);
  expect(own.map(({ items }) => items)).toEqual([66_001]);
  await database().update(actionPoints).set({ dueDate: null }).where(eq(actionPoints.projectId, world.projectId)); // or every later run reads them
}, 60_000);

test('a mail that the database refuses keeps nobody else from theirs, and is said', async () => {
  const { world } = await aDuePoint();
  const owner = ownerConnection();
  await owner.unsafe(`alter table outbox_mails add constraint refused check (address <> '${world.staff.email}')`);
  await expect(composeDigests(morning('2019-04-30'))).rejects.toThrow();
  expect((await mails()).map(({ address }) => address)).toContain(world.manager.email);
  await owner.unsafe('alter table outbox_mails drop constraint refused');
  await owner.end();
  await composeDigests(morning('2019-04-30'));
  expect(await toStaff(world)).toHaveLength(1);
});

test('what was settled before its mail was written is not spoken of; a moved date is announced anew', async () => {
  const { world, pointId } = await aDuePoint();
  await choose(world, 'staff', 'weekly');
  await composeDigests(morning('2019-04-24'));
  const move = (input: object) => world.as(world.staff, (work) => progressActionPoint(work, { projectId: world.projectId, actionPointId: pointId, doneOn: null, outcome: null, dropReason: null, dueDate: null, version: 1, status: 'open', ...input }), morning('2019-04-26'));
  await move({ dueDate: '2019-05-10' });
  await composeDigests(morning('2019-05-06'));
  expect(await toStaff(world)).toHaveLength(2);
  await move({ version: 2, status: 'done', doneOn: '2019-04-25', outcome: 'Sent' });
  await composeDigests(morning('2019-05-13'));
  expect(await toStaff(world)).toHaveLength(2);
});

test('never is never, weekly waits for Monday, at once gathers a quarter of an hour', async () => {
  const { world } = await aDuePoint();
  await choose(world, 'staff', 'never');
  await choose(world, 'manager', 'weekly');
  await choose(world, 'reviewer', 'at_once', 'cnr');
  await composeDigests(morning('2019-04-24')); // a Wednesday; the first digest does not wait
  const later = new Date(morning('2019-04-30').getTime());
  await composeDigests(later); // Tuesday: the weekly one goes, since Monday's was not run
  await composeDigests(morning('2019-05-01'));
  await composeDigests(morning('2019-05-07'));
  const sentTo = (address: string) => mails().then((all) => all.filter((mail) => mail.address === address).length);
  expect(await toStaff(world)).toEqual([]);
  expect([await sentTo(world.manager.email), await sentTo(world.reviewer.email)]).toEqual([3, 3]);
  expect((await mails()).find(({ address }) => address === world.reviewer.email)?.subject).toMatch(/^1 podsjetnik · /);
  await choose(world, 'staff', 'daily');
  expect(await ownPreference(world.staff)).toEqual({ frequency: 'daily', language: 'en' });
});

test('two senders at once write each mail once', async () => {
  const { world } = await aDuePoint();
  await Promise.all([1, 2, 3, 4].map(() => composeDigests(morning('2019-04-30'))));
  expect((await mails()).map(({ address }) => address).sort()).toEqual([world.staff.email, world.manager.email, world.reviewer.email].sort());
});

test('somebody without an account gets both languages and a link of their own, which stands nowhere in the database', async () => {
  const { world, pointId } = await aDuePoint();
  await owned(pointId, 'Focal@Unit.example');
  await composeDigests(morning('2019-04-30'));
  const [mail] = (await mails()).filter(({ address }) => address === 'focal@unit.example');
  expect(mail?.subject).toContain('1 reminder');
  expect(mail?.subject).toContain('1 podsjetnik');
  expect(mail?.body).not.toMatch(/http/);
  expect(withLinks(mail?.body ?? '', env())).toMatch(/http:\/\/localhost:3000\/action-point\/[\w-]{43}/);
  expect((await listOutbox(world.admin, null, {})).rows.find(({ id }) => id === mail?.id)?.body).not.toMatch(/[\w-]{43}/);
});

test('who asks for no more mails by link gets none, with and without an account, even after their record is gone', async () => {
  const { world, pointId } = await aDuePoint();
  await owned(pointId, 'stop@unit.example');
  await composeDigests(morning('2019-04-30'));
  const spec = linkActionRegistry.get('notifications.chooseByLink');
  for (const address of ['stop@unit.example', world.staff.email]) {
    const mail = (await mails()).find((one) => one.address === address);
    const token = withLinks(mail?.body ?? '', env()).match(/\/mails\/([\w-]{43})/)?.[1];
    expect(spec && (await runLinkAction(spec, { token, frequency: 'never', language: null }, morning('2019-04-30')))).toMatchObject({ ok: true });
  }
  await composeDigests(morning('2019-05-07'));
  const later = (await mails()).filter(({ createdAt }) => createdAt > morning('2019-05-01')).map(({ address }) => address);
  expect(later.sort()).toEqual([world.manager.email, world.reviewer.email].sort());
});

test('a disabled account, a suspended project and a withdrawn meeting are left in peace', async () => {
  const { world } = await aDuePoint();
  await database().update(users).set({ disabledAt: new Date() }).where(eq(users.id, world.staff.id));
  await composeDigests(morning('2019-04-24'));
  expect(await toStaff(world)).toEqual([]);
  const before = (await mails()).length;
  await database().execute(`update projects set status = 'suspended' where id = '${world.projectId}'`);
  await composeDigests(morning('2019-04-30'));
  expect(await mails()).toHaveLength(before);
});

test('reviews go to the managers who did not write the record; reports, checks and follow-ups fall due too', async () => {
  const { world } = await aDuePoint();
  await database().delete(actionPoints);
  await world.submitted(world.training({ title: 'Handed in' }), world.manager);
  await world.approved(world.handOver([{ serialNumber: newId() }], '2019-09-10'));
  await database().execute(`update reporting_periods set due_date = '2019-12-10' where id = '${world.periods.first}'`);
  await composeDigests(new Date('2019-12-02T08:00:00Z'));
  const bodyFor = async (address: string) => (await mails()).find((mail) => mail.address === address)?.body ?? '';
  expect(await bodyFor(world.reviewer.email)).toContain('Handed in');
  expect(await bodyFor(world.manager.email)).not.toContain('Handed in');
  expect(await bodyFor(world.manager.email)).toContain('2019-1 (due 10 Dec 2019)');
  expect(await bodyFor(world.staff.email)).toContain('Laptop (due 10 Dec 2019)');
  expect(await bodyFor(world.staff.email)).not.toContain('2019-1 (');
});

test('a supervisor with an address is asked by mail once the participant says that they apply it, and reminded weekly until they answer', async () => {
  const { world } = await aDuePoint();
  const form = world.training({ title: 'Screening course', people: world.people(1) });
  await world.approved(form);
  const chief = 'chief@unit.example';
  await database().execute(`update follow_ups set supervisor_email = '${chief}' where activity_id = '${form.id}'`);
  const toChief = async () => (await mails()).filter(({ address }) => address === chief);
  await composeDigests(morning('2019-06-05'));
  expect(await toChief()).toEqual([]);
  await database().execute(`update follow_ups set answered_on = '2019-06-06', applied = true where activity_id = '${form.id}'`);
  for (const day of ['2019-06-06', '2019-06-07', '2019-06-14']) await composeDigests(morning(day));
  const asked = await toChief();
  expect(asked.map(({ body }) => [body.includes('one question'), body.includes('Screening course')])).toEqual([[true, true], [true, true]]);
  await database().execute(`update follow_ups set supervisor_confirmed = true, supervisor_email = null where activity_id = '${form.id}'`);
  await composeDigests(morning('2019-06-21'));
  expect(await toChief()).toHaveLength(2);
});

test('mails are kept for ninety days, then their addresses are gone; each reads only their own', async () => {
  const { world } = await aDuePoint();
  await composeDigests(morning('2019-04-30'));
  expect((await ownMails(world.staff)).map(({ address }) => address)).toEqual([world.staff.email]);
  expect(await ownMails(world.donor)).toEqual([]);
  expect((await listOutbox(world.manager, null, {})).rows).toEqual([]);
  await database().update(outboxMails).set({ createdAt: morning('2019-01-01') });
  await database().update(notificationRecipients).set({ frequency: 'never' });
  await composeDigests(morning('2019-05-02'));
  expect(await mails()).toEqual([]);
});
