import { eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { actionPoints, equipmentItems, evidence, followUps, indicators, readings } from '@/db/schema';
import { saveReading, submitReading } from '@/lib/indicators/mutations/readings';
import { createReport } from '@/lib/reports/mutations/draft';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

type Ref = { id: string; version: number };
/** A project with one record in each state that an action can start from. */
export type Fixture = { world: World; draft: Ref; submitted: Ref; approved: Ref; readingDraft: Ref; readingSubmitted: Ref; readingApproved: Ref; report: Ref; ids: Record<'followUp' | 'item' | 'actionPoint' | 'evidence' | 'indicator' | 'person' | 'user', string> };

export async function aFixture(): Promise<Fixture> {
  const world = await aWorld();
  const people = world.people(2);
  const draft = await world.save(world.training());
  const submitted = await world.submitted(world.training());
  const approved = await world.approved(world.training({ people }));
  await world.approved(world.handOver([{ serialNumber: `S-${newId()}` }]));
  await world.approved(world.meeting(people, '2019-03-10', [{ text: 'Agree the form', dueDate: '2019-04-01' }]));
  const file = await world.attach(draft.id, 'photo');
  const one = async <T>(rows: Promise<T[]>): Promise<T> => {
    const [row] = await rows;
    if (!row) throw new Error('the fixture lacks a row');
    return row;
  };
  const db = database();
  const indicator = newId();
  await db.insert(indicators).values({ id: indicator, projectId: world.projectId, resultId: world.output, code: '1.1.b', statement: 'Reported', unit: 'cases', method: 'reported', target: '5', position: 1 });
  const readingDraft = await aReading(world, indicator, world.periods.first);
  const saved = await aReading(world, indicator, world.periods.second);
  const readingSubmitted = await world.as(world.staff, (work) => submitReading(work, { projectId: world.projectId, readingId: saved.id, version: saved.version, note: null }));
  const second = newId();
  await db.insert(indicators).values({ id: second, projectId: world.projectId, resultId: world.output, code: '1.1.c', statement: 'Reported too', unit: 'cases', method: 'reported', position: 2 });
  const counted = await aReading(world, second, world.periods.first);
  await db.update(readings).set({ reviewState: 'approved' }).where(eq(readings.id, counted.id));
  const report = newId();
  await world.as(world.manager, (work) => createReport(work, { projectId: world.projectId, id: report, periodId: world.periods.first, kind: 'interim', language: 'en', title: 'Interim' }));
  const ids = {
    followUp: (await one(db.select().from(followUps).where(eq(followUps.activityId, approved.id)))).id,
    item: (await one(db.select().from(equipmentItems).where(eq(equipmentItems.projectId, world.projectId)))).id,
    actionPoint: (await one(db.select().from(actionPoints).where(eq(actionPoints.projectId, world.projectId)))).id,
    evidence: (await one(db.select().from(evidence).where(eq(evidence.activityId, draft.id)))).id,
    indicator,
    person: people[0]?.id ?? '',
    user: (await world.viewer('Newcomer', null)).id,
  };
  return { world, draft: { id: draft.id, version: file }, submitted, approved, readingDraft, readingSubmitted: { id: readingSubmitted.id, version: readingSubmitted.version }, readingApproved: counted, report: { id: report, version: 1 }, ids };
}

async function aReading(world: World, indicatorId: string, periodId: string): Promise<Ref> {
  const input = { projectId: world.projectId, id: newId(), version: null, indicatorId, periodId, value: 3, readOn: null, source: 'Register', comment: null };
  const done = await world.as(world.staff, (work) => saveReading(work, input));
  return { id: done.id, version: done.version };
}

export type Actor = 'admin' | 'manager' | 'reviewer' | 'staff' | 'donor' | 'outsider';
type Entry = {
  /** everybody else must be refused as if it did not exist, or told that it is not theirs */
  allowed: readonly Actor[];
  input: (fixture: Fixture) => Record<string, unknown>;
  /** false: names no object of a project, so there is none of another project to name */
  foreign?: false;
};

const writers: readonly Actor[] = ['manager', 'reviewer', 'staff'];
const managers: readonly Actor[] = ['manager', 'reviewer'];
const planners: readonly Actor[] = ['admin', 'manager', 'reviewer'];
const project = ({ world }: Fixture) => ({ projectId: world.projectId });
const activity = (fixture: Fixture, ref: Ref, note: string | null = 'Because') => ({ ...project(fixture), activityId: ref.id, version: ref.version, note });
const reading = (fixture: Fixture, ref: Ref) => ({ ...project(fixture), readingId: ref.id, version: ref.version, note: 'Because' });
const person = { givenName: 'Ana', familyName: 'Test', sex: 'female', birthYear: null, institutionId: null, post: null };
const names = { en: 'Some unit', cnr: 'Neka jedinica' };
const facts = { primaId: null, title: 'A project', status: 'active', type: null, budgetUsd: null, coverage: null, year: null, startDate: null, endDate: null, idfRegion: null, donor: null, implementer: null };

/** One entry per action of the app: who may, and an input that is right in every other respect. */
export const entries: Record<string, Entry> = {
  'activities.save': { allowed: writers, input: ({ world }) => world.training() },
  'activities.deleteDraft': { allowed: writers, input: (fixture) => ({ ...project(fixture), activityId: fixture.draft.id, version: fixture.draft.version }) },
  'review.submit': { allowed: writers, input: (fixture) => activity(fixture, fixture.draft, null) },
  'review.approve': { allowed: planners, input: (fixture) => activity(fixture, fixture.submitted) },
  'review.return': { allowed: planners, input: (fixture) => activity(fixture, fixture.submitted) },
  'review.reopen': { allowed: planners, input: (fixture) => activity(fixture, fixture.approved) },
  'review.withdraw': { allowed: writers, input: (fixture) => activity(fixture, fixture.submitted) },
  'evidence.attach': { allowed: writers, input: (fixture) => ({ ...project(fixture), id: newId(), activityId: fixture.draft.id, kind: 'agenda', fileName: 'a.pdf', file: { sha256: newId().replaceAll('-', '').padEnd(64, '0'), size: 3, mediaType: 'application/pdf' } }) },
  'evidence.remove': { allowed: writers, input: (fixture) => ({ ...project(fixture), evidenceId: fixture.ids.evidence }) },
  'trainings.answerFollowUp': { allowed: writers, input: (fixture) => ({ ...project(fixture), followUpId: fixture.ids.followUp, answeredOn: '2019-07-01', applied: true, supervisorConfirmed: true, note: null }) },
  'equipment.recordCheck': { allowed: writers, input: (fixture) => ({ ...project(fixture), id: newId(), itemId: fixture.ids.item, checkedOn: '2019-07-01', inUse: true, usedBy: null, location: null, condition: 'good', note: null }) },
  'actionPoints.create': { allowed: writers, foreign: false, input: (fixture) => ({ ...project(fixture), id: newId(), text: 'Do it', institutionId: null, personId: null, dueDate: '2019-08-01', priority: 'normal' }) },
  'actionPoints.progress': { allowed: writers, input: (fixture) => ({ ...project(fixture), actionPointId: fixture.ids.actionPoint, version: 1, status: 'in_progress', doneOn: null, outcome: null, dropReason: null, dueDate: '2019-04-01' }) },
  'people.save': { allowed: writers, input: (fixture) => ({ ...project(fixture), ...person, id: fixture.ids.person, version: 1, rank: null, email: null, phone: null, lawfulBasis: null, consentOn: null, retainUntil: null }) },
  'readings.save': { allowed: writers, input: (fixture) => ({ ...project(fixture), id: fixture.readingDraft.id, version: fixture.readingDraft.version, indicatorId: fixture.ids.indicator, periodId: fixture.world.periods.first, value: 4, readOn: null, source: null, comment: null }) },
  'readings.submit': { allowed: writers, input: (fixture) => reading(fixture, fixture.readingDraft) },
  'readings.approve': { allowed: planners, input: (fixture) => reading(fixture, fixture.readingSubmitted) },
  'readings.return': { allowed: planners, input: (fixture) => reading(fixture, fixture.readingSubmitted) },
  'readings.reopen': { allowed: planners, input: (fixture) => reading(fixture, fixture.readingApproved) },
  'reports.create': { allowed: managers, input: (fixture) => ({ ...project(fixture), id: newId(), periodId: fixture.world.periods.first, kind: 'interim', language: 'en', title: 'Interim' }) },
  'reports.saveSections': { allowed: managers, input: (fixture) => ({ ...project(fixture), reportId: fixture.report.id, version: 1, sections: { summary: 'What was done' } }) },
  'reports.issue': { allowed: managers, input: (fixture) => ({ ...project(fixture), reportId: fixture.report.id, version: 1, correction: null }) },
  'projects.closePeriod': { allowed: managers, input: (fixture) => ({ ...project(fixture), periodId: fixture.world.periods.second }) },
  'projects.reopenPeriod': { allowed: managers, input: (fixture) => ({ ...project(fixture), periodId: fixture.world.periods.second, reason: 'Because' }) },
  'projects.createPeriod': { allowed: planners, foreign: false, input: (fixture) => ({ ...project(fixture), id: newId(), name: '2020', from: '2020-01-01', to: '2020-12-31', dueDate: null }) },
  'projects.updateSettings': { allowed: planners, foreign: false, input: (fixture) => ({ ...project(fixture), version: 1, attendancePercent: 70, suppressionMinimum: 6, followUpMonths: 3, timeZone: 'Europe/Podgorica' }) },
  'projects.setInstitution': { allowed: planners, foreign: false, input: (fixture) => ({ ...project(fixture), institutionId: fixture.world.abroad, role: 'other' }) },
  'users.setMembership': { allowed: planners, foreign: false, input: (fixture) => ({ ...project(fixture), email: fixture.world.outsider.email, role: 'staff' }) },
  'users.create': { allowed: ['admin'], input: () => ({ id: newId(), email: `${newId()}@test.example`, name: 'New', isAdmin: false, password: null }) },
  'users.setPassword': { allowed: ['admin'], input: ({ ids }) => ({ userId: ids.user, password: 'a long enough one' }) },
  'users.setDisabled': { allowed: ['admin'], input: ({ ids }) => ({ userId: ids.user, disabled: true }) },
  'users.setAdmin': { allowed: ['admin'], input: ({ ids }) => ({ userId: ids.user, isAdmin: true }) },
  'projects.create': { allowed: ['admin'], input: () => ({ id: newId(), projectsId: `N${newId().slice(-12)}`, timeZone: 'UTC', ...facts }) },
  'projects.update': { allowed: ['admin'], input: ({ world }) => ({ id: world.projectId, version: 1, ...facts }) },
  'institutions.create': { allowed: ['admin'], input: () => ({ id: newId(), parentId: null, kind: 'police', country: 'ME', abbreviation: null, names }) },
  'institutions.rename': { allowed: ['admin'], input: ({ world }) => ({ institutionId: world.unit, version: 1, validFrom: '2020-01-01', abbreviation: null, names }) },
};
