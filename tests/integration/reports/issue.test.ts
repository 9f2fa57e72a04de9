import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { auditLog, indicators, meetings, reportVersions } from '@/db/schema';
import { saveReportSections } from '@/lib/reports/mutations/draft';
import { issuedVersion, listReports, reportDraft, verifyCode } from '@/lib/reports/queries';
import type { ReportContent } from '@/lib/reports/rules/content';
import { reopenActivity } from '@/lib/review/mutations';
import { closePeriod, reopenPeriod } from '@/lib/projects/mutations';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';
import { ownerConnection } from '../../support/database';
import { aDraft, failure, issue, write } from './world';

const stored = async (reportId: string) => database().select().from(reportVersions).where(eq(reportVersions.reportId, reportId)).orderBy(reportVersions.number);
const project = (world: World) => ({ id: world.projectId, today: '2019-12-01' });

test('an issued version holds the figures of its moment and never changes by a byte', async () => {
  const world = await aWorld();
  const training = await world.approved(world.training({ people: [...world.people(6, 'female'), ...world.people(7, 'male')], unnamed: 5 }));
  await world.approved(world.handOver([{ quantity: 3, value: 300 }]));
  const draft = await aDraft(world);
  const issued = await issue(world, draft);
  const [before] = await stored(draft.id);
  const content = JSON.parse(before?.content ?? '') as ReportContent;

  expect(issued.sha256).toBe(createHash('sha256').update(before?.content ?? '', 'utf8').digest('hex'));
  expect(canonicalize(content)).toBe(before?.content);
  expect(content.headline['people.uniqueTrained'].period.value).toBe(13);
  expect(content.headline['people.participations'].cumulative.value).toBe(13);
  expect(content.headline['people.unnamed'].period.value).toBe(5);
  expect(content.bySex).toEqual([{ key: 'female', period: 6, cumulative: 6 }, { key: 'male', period: 7, cumulative: 7 }]);
  expect(content.equipmentItems).toEqual([{ category: 'it', period: 3, cumulative: 3, valueUsd: expect.any(Number), unvalued: 0 }]);
  expect(content.equipmentItems?.[0]?.valueUsd).toBe(content.headline['equipment.valueHandedOver'].cumulative.value);
  expect(content.equipmentValues).toEqual([{ currency: 'EUR', period: 300, cumulative: 300, items: 3, unrated: 0 }]);
  expect(content.matrix[0]).toMatchObject({ code: '1.1.a', baseline: 0, target: 10, period: { value: 13 }, cumulative: { value: 13 }, state: 'achieved' });
  expect(content.evidence).toEqual([{ kind: 'agenda', files: 1, activities: 1 }, { kind: 'certificate', files: 1, activities: 1 }, { kind: 'signed_list', files: 1, activities: 1 }]);

  await world.as(world.reviewer, (work) => reopenActivity(work, { projectId: world.projectId, activityId: training.id, version: training.version, note: 'Wrong list' }));
  expect((await world.figure('people.uniqueTrained'))[0]).toBe(0);
  expect((await stored(draft.id))[0]).toEqual(before);
  expect((await issuedVersion(world.donor, world.projectId, draft.id, 1))?.text).toBe(before?.content);
});

test('neither names nor venues nor titles of hand-overs and restricted meetings get in', async () => {
  const world = await aWorld();
  const people = world.people(6);
  await world.approved({ ...world.training({ people, title: 'Interviewing' }), venue: 'Villa Tajna 7' });
  const meeting = await world.approved({ ...world.meeting(people), title: 'Operation Quiet' });
  await world.approved({ ...world.handOver([{ serialNumber: `SN-${newId()}` }]), title: 'Cameras for the Unit' });
  await database().update(meetings).set({ restricted: true }).where(eq(meetings.activityId, meeting.id));
  const draft = await aDraft(world);
  await issue(world, draft);
  const text = (await stored(draft.id))[0]?.content ?? '';
  for (const secret of [...people.map((person) => person.name), 'Villa Tajna', 'Operation Quiet', 'Cameras for the Unit', 'SN-', '.pdf']) expect(text).not.toContain(secret);
  const { activities } = JSON.parse(text) as ReportContent;
  expect(activities.map(({ kind, title }) => [kind, title])).toEqual([['training', 'Interviewing'], ['meeting', null], ['equipment', null]]);
  expect(activities[0]).toMatchObject({ month: '2019-03', place: 'Bar', institutions: 1, participants: 6 });
});

test('small numbers of people are hidden, totals are exact', async () => {
  const world = await aWorld();
  await world.approved(world.training({ people: [...world.people(2, 'female'), ...world.people(9, 'male', world.border), ...world.people(8, 'male', world.prosecutor)] }));
  await issue(world, await aDraft(world));
  const content = JSON.parse((await database().select().from(reportVersions).where(eq(reportVersions.projectId, world.projectId)))[0]?.content ?? '') as ReportContent;
  expect(content.headline['people.uniqueTrained'].cumulative.value).toBe(19);
  expect(content.bySex).toEqual([{ key: 'female', period: null, cumulative: null }, { key: 'male', period: null, cumulative: null }]);
  const institutions = Object.fromEntries(content.byInstitution.map((row) => [row.key, row.cumulative]));
  expect(institutions).toEqual({ Unit: null, Border: 9, Prosecutor: null });
});

test('the database refuses to change or remove an issued version', async () => {
  const world = await aWorld();
  await world.approved(world.training());
  const draft = await aDraft(world);
  await issue(world, draft);
  await expect(database().update(reportVersions).set({ sha256: 'x' })).rejects.toThrow();
  await expect(database().delete(reportVersions)).rejects.toThrow();
  const owner = ownerConnection();
  await expect(owner`update report_versions set content = '{}'`).rejects.toThrow(/append-only/);
  await expect(owner`delete from report_versions`).rejects.toThrow(/append-only/);
  await expect(owner`truncate report_versions`).rejects.toThrow(/append-only/);
  await owner.end();
  expect(await stored(draft.id)).toHaveLength(1);
});

test('a second version needs a difference and a reason, and lists what differs', async () => {
  const world = await aWorld();
  await world.approved(world.training({ people: world.people(6) }));
  const draft = await aDraft(world);
  await issue(world, draft);
  expect(await failure(issue(world, draft, 'Typo'))).toMatchObject({ reason: 'nothingChanged' });
  await world.approved(world.training({ people: world.people(5), sessions: ['2019-04-01'] }));
  const next = await write(world, draft, { summary: 'It went very well.' });
  expect(await failure(issue(world, next))).toMatchObject({ reason: 'correctionRequired', fieldErrors: { correction: 'correctionRequired' } });
  const second = await issue(world, next, 'A training was approved late');
  expect(second.number).toBe(2);
  const [first, latest] = await stored(draft.id);
  expect(latest?.correction).toBe('A training was approved late');
  expect((JSON.parse(first?.content ?? '') as ReportContent).correction).toBeNull();
  const { correction, cover } = JSON.parse(latest?.content ?? '') as ReportContent;
  expect(cover.version).toBe(2);
  expect(correction).toMatchObject({ reason: 'A training was approved late', replaces: 1 });
  expect(correction?.differences).toContainEqual({ part: 'narrative', key: 'summary', field: 'text', before: 'It went well.', after: 'It went very well.' });
  expect(correction?.differences).toContainEqual({ part: 'matrix', key: '1.1.a', field: 'cumulative', before: 6, after: 11 });
  const audit = await database().select().from(auditLog).where(eq(auditLog.entity, 'report_versions'));
  expect(audit.filter((row) => row.chain === world.projectId)).toHaveLength(2);
});

test('it refuses without summary, without figures, before the period, and from an older version', async () => {
  const world = await aWorld();
  const draft = await aDraft(world, { context: 'Some' });
  expect(await failure(issue(world, draft))).toMatchObject({ reason: 'figuresMissing' });
  await world.approved(world.training());
  expect(await failure(issue(world, draft))).toMatchObject({ reason: 'summaryEmpty', fieldErrors: { 'sections.summary': 'summaryEmpty' } });
  expect(await failure(issue(world, { id: draft.id, version: 1 }))).toMatchObject({ reason: 'stale' });
  const later = newId();
  await database().execute(sql`insert into reporting_periods (id, project_id, name, from_date, to_date) values (${later}, ${world.projectId}, '2020', '2020-01-01', '2020-06-30')`);
  expect(await failure(issue(world, await aDraft(world, undefined, { periodId: later })))).toMatchObject({ reason: 'periodNotBegun' });
  expect(await stored(draft.id)).toHaveLength(0);
});

test('a figure of an earlier report that moved is restated in the next one, once', async () => {
  const world = await aWorld();
  await world.approved(world.training({ people: world.people(6) }));
  await issue(world, await aDraft(world));
  await world.approved(world.training({ people: world.people(5), sessions: ['2019-05-06'] }));
  await world.approved(world.training({ people: world.people(7), sessions: ['2019-08-06'] }));
  const second = await aDraft(world, undefined, { periodId: world.periods.second });
  await issue(world, second);
  const content = JSON.parse((await stored(second.id))[0]?.content ?? '') as ReportContent;
  expect(content.matrix[0]).toMatchObject({ period: { value: 7 }, cumulative: { value: 18 } });
  const trained = content.restatements.filter((row) => row.measure === 'people.uniqueTrained');
  expect(trained).toHaveLength(1);
  expect(trained[0]).toMatchObject({ code: '1.1.a', fromPeriod: '2019-1', reported: { value: 6 }, corrected: { value: 11 } });
});

test('what is approved after a period was closed stands in the next one and is named there', async () => {
  const world = await aWorld();
  await world.approved(world.training({ people: world.people(6) }));
  await world.as(world.manager, (work) => closePeriod(work, { periodId: world.periods.first }));
  await world.as(world.manager, (work) => reopenPeriod(work, { periodId: world.periods.first, reason: 'A list turned up' }));
  await world.approved(world.training({ people: world.people(5), sessions: ['2019-05-06'] }));
  const first = await aDraft(world);
  await issue(world, first);
  const second = await aDraft(world, undefined, { periodId: world.periods.second });
  await issue(world, second);
  const [one, two] = [(await stored(first.id))[0], (await stored(second.id))[0]].map((row) => JSON.parse(row?.content ?? '') as ReportContent);
  expect(one?.matrix[0]).toMatchObject({ period: { value: 6 } });
  expect(one?.restatements).toEqual([]);
  expect(two?.matrix[0]).toMatchObject({ period: { value: 5 }, cumulative: { value: 11 } });
  expect(two?.restatements).toContainEqual(expect.objectContaining({ code: '1.1.a', fromPeriod: '2019-1', reported: expect.objectContaining({ value: 6 }), corrected: expect.objectContaining({ value: 11 }) }));
});

test('a save from an older version is refused and gives back what stands now', async () => {
  const world = await aWorld();
  const draft = await aDraft(world, { summary: 'Mine' });
  await write(world, draft, { context: 'Theirs' });
  const late = () => world.as(world.reviewer, (work) => saveReportSections(work, { projectId: world.projectId, reportId: draft.id, version: draft.version, sections: { context: 'Other' } }));
  expect(await failure(late())).toMatchObject({ reason: 'stale', current: { version: draft.version + 1, values: { summary: 'Mine', context: 'Theirs' } } });
  const unknown = world.as(world.manager, (work) => saveReportSections(work, { projectId: world.projectId, reportId: draft.id, version: draft.version + 1, sections: { 'indicator:nope': 'x' } }));
  expect(await failure(unknown)).toMatchObject({ reason: 'unknownField' });
});

test('donors see issued versions only, outsiders nothing, and a code tells the public just that', async () => {
  const world = await aWorld();
  await world.approved(world.training());
  const draft = await aDraft(world);
  expect(await listReports(world.donor, world.projectId)).toEqual([]);
  expect(await reportDraft(world.donor, project(world), draft.id)).toBeNull();
  expect(await reportDraft(world.staff, project(world), draft.id)).not.toBeNull();
  expect(await reportDraft(world.outsider, project(world), draft.id)).toBeNull();
  const issued = await issue(world, draft, null, '0AB12-CD34E');
  const [line] = await listReports(world.donor, world.projectId);
  expect(line).toMatchObject({ id: draft.id, progress: null, createdBy: null, versions: [{ number: 1, issuedBy: null, verificationCode: issued.verificationCode }] });
  expect(await listReports(world.outsider, world.projectId)).toEqual([]);
  expect(await issuedVersion(world.outsider, world.projectId, draft.id, 1)).toBeNull();
  expect(await issuedVersion(world.donor, world.projectId, draft.id, 2)).toBeNull();
  const other = await aWorld();
  expect(await issuedVersion(other.donor, world.projectId, draft.id, 1)).toBeNull();
  expect(await issuedVersion(other.donor, other.projectId, draft.id, 1)).toBeNull();
  expect(await verifyCode(' oab12 cd34e ')).toMatchObject({ title: 'Interim report', number: 1, latest: 1, sha256: issued.sha256, period: '2019-1' });
  expect(await verifyCode('ZZZZZ-ZZZZZ')).toBeNull();
});

test('a report in Montenegrin carries its wording and a reported indicator its readings', async () => {
  const world = await aWorld();
  await world.approved(world.training());
  const id = newId();
  await database().insert(indicators).values({ id, projectId: world.projectId, resultId: world.output, code: '1.1.b', statement: 'Identified victims', unit: 'persons', method: 'reported', aggregation: 'sum', target: '20', position: 1 });
  await database().execute(sql`insert into readings (id, project_id, indicator_id, period_id, value, review_state, created_by, last_edited_by) values (${newId()}, ${world.projectId}, ${id}, ${world.periods.first}, 4, 'approved', ${world.staff.id}, ${world.staff.id})`);
  const draft = await aDraft(world, { summary: 'Sažetak' }, { language: 'cnr' });
  await issue(world, draft);
  const content = (await issuedVersion(world.donor, world.projectId, draft.id, 1))?.content;
  expect(content?.rules.measures[0]?.label).toBe('Obučene osobe (jedinstveno)');
  // fewer than 11 victims
  expect(content?.matrix[1]).toMatchObject({ code: '1.1.b', period: { value: null }, withheld: { period: true, cumulative: true } });
});
