import { randomUUID } from 'node:crypto';
import { and, eq, ne } from 'drizzle-orm';
import { database } from '@/db/client';
import { actionPoints, certificates, custody, decisions, equipmentItems, evidence, followUps, handOvers, indicators, minutesComments, participants, personPosts, progressReports, readings, results, sessions } from '@/db/schema';
import { createActionPoint } from '@/lib/action-points/mutations/points';
import { issueCertificates } from '@/lib/certificates/mutations';
import { saveBudgetLine } from '@/lib/equipment/mutations/budget';
import { saveItem } from '@/lib/equipment/mutations/register';
import { planItemsIn } from '@/lib/equipment/queries/import';
import { saveBudgetLineSchema } from '@/lib/equipment/schema/budget';
import { saveItemSchema } from '@/lib/equipment/schema/item';
import { attachReadingFile } from '@/lib/indicators/mutations/reading-files';
import { saveReading, submitReading } from '@/lib/indicators/mutations/readings';
import { saveQuestionnaireItems } from '@/lib/learning/mutations/questionnaire';
import { receiveImport } from '@/lib/imports/mutations';
import { issueLink } from '@/lib/links/mutations';
import { mergePeople } from '@/lib/people/mutations/merge/merge';
import { lockRecipient } from '@/lib/notifications/mutations/recipients';
import { knownMatrixIn } from '@/lib/results/queries';
import { planMatrix } from '@/lib/results/rules/import';
import { createReport } from '@/lib/reports/mutations/draft';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';
import { Roster } from '../../support/roster';

type Ref = { id: string; version: number };
/** A project with one record in each state that an action can start from. */
export type Fixture = { world: World; draft: Ref; submitted: Ref; approved: Ref; readingDraft: Ref; readingSubmitted: Ref; readingApproved: Ref; report: Ref; ids: Record<'progressReport' | 'recipient' | 'followUp' | 'link' | 'statement' | 'item' | 'handOver' | 'handOverSha' | 'actionPoint' | 'ownPoint' | 'meeting' | 'agreedMeeting' | 'comment' | 'decision' | 'evidence' | 'readingFile' | 'indicator' | 'person' | 'second' | 'post' | 'merge' | 'user' | 'session' | 'import' | 'participant' | 'certificate' | 'stockItem' | 'itemImport' | 'itemDigest' | 'matrixImport' | 'matrixDigest' | 'holding' | 'budgetLine' | 'outcome', string> };

export async function aFixture(): Promise<Fixture> {
  const world = await aWorld();
  const db = database();
  const people = world.people(2);
  const draft = await world.save(world.training());
  const submitted = await world.submitted(world.training());
  const approved = await world.approved(world.training({ people }));
  await world.approved(world.handOver([{ serialNumber: `S-${newId()}` }]));
  const met = world.meeting(people, '2019-03-10', [{ text: 'Agree the form', dueDate: '2019-04-01' }]);
  const held = await world.approved(met.kind === 'meeting' ? { ...met, detail: { ...met.detail, decisions: [{ id: newId(), text: 'Meet every quarter' }] } } : met);
  const toAgree = await world.save(world.meeting(people, '2019-03-12'));
  const comment = newId();
  await db.insert(minutesComments).values({ id: comment, activityId: held.id, text: 'The day is wrong', saidAt: new Date('2019-12-01T10:00:00Z') });
  const handOver = await world.save(world.handOver([{ serialNumber: `S-${newId()}` }]));
  const merge = await aMerge(world, draft.id);
  const file = await world.attach(draft.id, 'photo');
  const one = async <T>(rows: Promise<T[]>): Promise<T> => {
    const [row] = await rows;
    if (!row) throw new Error('the fixture lacks a row');
    return row;
  };
  const indicator = newId();
  await db.insert(indicators).values({ id: indicator, projectId: world.projectId, resultId: world.output, code: '1.1.b', statement: 'Reported', unit: 'cases', method: 'reported', target: '5', position: 1 });
  const unproven = await aReading(world, indicator, world.periods.first);
  const proven = await world.as(world.staff, (work) => attachReadingFile(work, { id: newId(), readingId: unproven.id, kind: 'photo', fileName: 'p.png', file: { sha256: 'd'.repeat(64), size: 3, mediaType: 'image/png' } }));
  const readingDraft = { id: unproven.id, version: proven.version };
  const saved = await aReading(world, indicator, world.periods.second);
  const readingSubmitted = await world.as(world.staff, (work) => submitReading(work, { projectId: world.projectId, readingId: saved.id, version: saved.version, note: null }));
  const outcome = newId();
  await db.insert(results).values({ id: outcome, projectId: world.projectId, level: 'outcome', code: '1', statement: 'Outcome', position: 1 });
  const second = newId();
  await db.insert(indicators).values({ id: second, projectId: world.projectId, resultId: world.output, code: '1.1.c', statement: 'Reported too', unit: 'cases', method: 'reported', position: 2 });
  const counted = await aReading(world, second, world.periods.first);
  await db.update(readings).set({ reviewState: 'approved' }).where(eq(readings.id, counted.id));
  const report = newId();
  await world.as(world.manager, (work) => createReport(work, { projectId: world.projectId, id: report, periodId: world.periods.first, kind: 'interim', language: 'en', title: 'Interim' }));
  const followUp = (await one(db.select().from(followUps).where(eq(followUps.activityId, approved.id)))).id;
  const statement = newId();
  await world.as(world.manager, (work) => saveQuestionnaireItems(work, { items: [{ id: statement, textEn: 'It was useful.', textCnr: 'Bilo je korisno.' }] }));
  const link = await world.as(world.staff, (work) => issueLink(work, { purpose: 'questionnaire', subjectId: approved.id }));
  const trainees = await db.select().from(participants).where(eq(participants.activityId, approved.id));
  const [graduate, other] = [trainees[0]?.id ?? '', trainees[1]?.id ?? ''];
  await world.as(world.staff, (work) => issueCertificates(work, { projectId: world.projectId, activityId: approved.id, version: approved.version, participantIds: [graduate] }));
  const progressReport = newId();
  const agreedPoint = await one(db.select().from(actionPoints).where(eq(actionPoints.projectId, world.projectId)));
  await db.insert(progressReports).values({ id: progressReport, actionPointId: agreedPoint.id, text: 'Sent', done: false, reportedOn: '2019-12-01', reportedAt: new Date('2019-12-01T10:00:00Z') });
  const ownPoint = newId();
  await world.as(world.staff, (work) => createActionPoint(work, { projectId: world.projectId, id: ownPoint, text: 'Send the list', institutionId: world.unit, personId: null, dueDate: '2019-05-01', priority: 'normal' }));
  const ids = {
    ownPoint,
    participant: other,
    certificate: (await one(db.select().from(certificates).where(eq(certificates.projectId, world.projectId)))).id,
    followUp,
    link: link.id,
    statement,
    progressReport,
    recipient: (await db.transaction((tx) => lockRecipient(tx, { address: `focal.${newId()}@unit.example` }, new Date('2019-12-01T10:00:00Z')))).id,
    handOver: handOver.id,
    handOverSha: (await one(db.select().from(handOvers).where(eq(handOvers.activityId, handOver.id)))).contentSha ?? '',
    item: (await one(db.select().from(equipmentItems).where(and(eq(equipmentItems.projectId, world.projectId), ne(equipmentItems.activityId, handOver.id))))).id,
    holding: (await one(db.select().from(custody).where(and(eq(custody.projectId, world.projectId), eq(custody.kind, 'handed_over'))))).id,
    ...(await stock(world)),
    actionPoint: agreedPoint.id,
    ...{ meeting: held.id, agreedMeeting: toAgree.id, comment },
    decision: (await one(db.select().from(decisions).where(eq(decisions.projectId, world.projectId)))).id,
    readingFile: proven.id,
    evidence: (await one(db.select().from(evidence).where(eq(evidence.activityId, draft.id)))).id,
    indicator,
    outcome,
    session: (await one(db.select().from(sessions).where(eq(sessions.activityId, draft.id)))).id,
    person: people[0]?.id ?? '',
    import: (await new Roster(world, [['Prezime', 'Ime'], ['Nova', 'Osoba']]).upload(world.staff, new Date())).id,
    second: people[1]?.id ?? '',
    post: (await one(db.select().from(personPosts).where(eq(personPosts.personId, people[0]?.id ?? '')))).id,
    merge,
    user: (await world.viewer('Newcomer', null)).id,
  };
  return { world, draft: { id: draft.id, version: file }, submitted, approved, readingDraft, readingSubmitted: { id: readingSubmitted.id, version: readingSubmitted.version }, readingApproved: counted, report: { id: report, version: 1 }, ids };
}

/** An item that no hand-over has, and a line of the budget. */
async function stock(world: World): Promise<Record<'stockItem' | 'budgetLine' | 'itemImport' | 'itemDigest' | 'matrixImport' | 'matrixDigest', string>> {
  const [item, line] = [newId(), newId()];
  await world.as(world.staff, (work) => saveItem(work, saveItemSchema.parse({ projectId: world.projectId, id: item, version: null, ...itemFacts })));
  await world.as(world.manager, (work) => saveBudgetLine(work, saveBudgetLineSchema.parse({ projectId: world.projectId, id: line, version: null, ...lineFacts('B-1') })));
  const rows = [{ number: 1, cells: ['Description', 'Category'] }, { number: 2, cells: ['Radio', 'Communication'] }];
  const itemImport = newId();
  await world.as(world.staff, (work) => receiveImport(work, { id: itemImport, kind: 'equipment', activityId: null, fileName: 'items.xlsx', sha256: 'b'.repeat(64), rows }), new Date());
  const itemDigest = (await planItemsIn(database(), world.staff, { id: world.projectId, today: '2019-12-01' }, rows)).digest;
  const lines = [{ number: 1, cells: ['Level', 'Statement'] }, { number: 2, cells: ['Outcome', 'Imported outcome'] }];
  const matrixImport = newId();
  await world.as(world.manager, (work) => receiveImport(work, { id: matrixImport, kind: 'results', activityId: null, fileName: 'matrix.xlsx', sha256: 'c'.repeat(64), rows: lines }), new Date());
  const matrixDigest = planMatrix(lines, await knownMatrixIn(database(), world.projectId), newId).digest;
  return { stockItem: item, budgetLine: line, itemImport, itemDigest, matrixImport, matrixDigest };
}
const lineFacts = (code: string) => ({ code, description: 'Equipment', approvedQuantity: 5, approvedAmount: 1000, currency: 'USD' as const, usdRate: null, differenceReason: null });
const sheet = { statement: 'Reported', definition: null, unit: 'cases', direction: 'increase', method: 'reported', measure: null, filter: {}, aggregation: 'sum', baseline: 0, baselineYear: 2018, target: 6, milestones: [], source: null, collectionMethod: null, frequency: null, responsible: null, disaggregateBy: [], reason: 'correction', note: 'Miscounted' };
const itemFacts = { description: 'Laptop', category: 'it' as const, make: null, model: null, serialNumber: null, quantity: 1, value: 10, currency: 'USD' as const, usdRate: null, supplier: null, orderNumber: null, purchasedOn: null, warrantyEnd: null, deliveredOn: null, budgetLineId: null, resultId: null, requiredTopic: null };

async function aReading(world: World, indicatorId: string, periodId: string): Promise<Ref> {
  const input = { projectId: world.projectId, id: newId(), version: null, indicatorId, periodId, value: 3, readOn: null, source: 'Register', comment: null };
  const done = await world.as(world.staff, (work) => saveReading(work, input));
  return { id: done.id, version: done.version };
}

/** The two people of a draft, made one. */
async function aMerge(world: World, activityId: string): Promise<string> {
  const [kept, merged] = await database().select({ id: participants.personId }).from(participants).where(eq(participants.activityId, activityId));
  const pair = { keptId: kept?.id ?? '', keptVersion: 1, mergedId: merged?.id ?? '', mergedVersion: 1 };
  return (await world.as(world.manager, (work) => mergePeople(work, { projectId: world.projectId, id: newId(), ...pair, take: [] }), new Date())).id;
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

/** What a signer says, right in every respect. */
export const signed = (contentSha: string) => ({ contentSha, language: 'en', signerName: 'Ana Test', signerPost: 'Head of unit', onBehalfOf: null, reason: null, drawing: null, typed: 'yes', accepted: 'yes' });

/** One entry per action of the app: who may, and an input that is right in every other respect. */
export const entries: Record<string, Entry> = {
  'activities.save': { allowed: writers, input: ({ world }) => world.training() },
  'certificates.issue': { allowed: writers, input: (fixture) => ({ ...project(fixture), activityId: fixture.approved.id, version: fixture.approved.version, participantIds: [fixture.ids.participant] }) },
  'certificates.revoke': { allowed: managers, input: (fixture) => ({ ...project(fixture), certificateId: fixture.ids.certificate, reason: 'Because' }) },
  'sheets.save': { allowed: writers, input: (fixture) => ({ ...project(fixture), activityId: fixture.draft.id, version: fixture.draft.version, sessionId: fixture.ids.session, presentIds: [], walkIns: [] }) },
  'meetings.settleDecision': { allowed: writers, input: (fixture) => ({ ...project(fixture), decisionId: fixture.ids.decision, version: 1, state: 'implemented', settledOn: '2019-07-01', note: null }) },
  'meetings.circulateMinutes': { allowed: writers, input: (fixture) => ({ ...project(fixture), activityId: fixture.ids.meeting }) },
  'meetings.agreeMinutes': { allowed: writers, input: (fixture) => ({ ...project(fixture), activityId: fixture.ids.agreedMeeting, version: 1 }) },
  'meetings.handleComment': { allowed: writers, input: (fixture) => ({ ...project(fixture), commentId: fixture.ids.comment, note: null }) },
  'activities.deleteDraft': { allowed: writers, input: (fixture) => ({ ...project(fixture), activityId: fixture.draft.id, version: fixture.draft.version }) },
  'review.submit': { allowed: writers, input: (fixture) => activity(fixture, fixture.draft, null) },
  'review.approve': { allowed: planners, input: (fixture) => activity(fixture, fixture.submitted) },
  'review.return': { allowed: planners, input: (fixture) => activity(fixture, fixture.submitted) },
  'review.reopen': { allowed: planners, input: (fixture) => activity(fixture, fixture.approved) },
  'review.withdraw': { allowed: writers, input: (fixture) => activity(fixture, fixture.submitted) },
  'evidence.attach': { allowed: writers, input: (fixture) => ({ ...project(fixture), id: newId(), activityId: fixture.draft.id, kind: 'agenda', fileName: 'a.pdf', file: { sha256: newId().replaceAll('-', '').padEnd(64, '0'), size: 3, mediaType: 'application/pdf' } }) },
  'readings.attach': { allowed: writers, input: (fixture) => ({ ...project(fixture), id: newId(), readingId: fixture.readingDraft.id, kind: 'test_sheet', fileName: 'a.pdf', file: { sha256: newId().replaceAll('-', '').padEnd(64, '0'), size: 3, mediaType: 'application/pdf' } }) },
  'readings.removeFile': { allowed: writers, input: (fixture) => ({ ...project(fixture), evidenceId: fixture.ids.readingFile }) },
  'evidence.remove': { allowed: writers, input: (fixture) => ({ ...project(fixture), evidenceId: fixture.ids.evidence }) },
  'trainings.answerFollowUp': { allowed: writers, input: (fixture) => ({ ...project(fixture), followUpId: fixture.ids.followUp, answeredOn: '2019-07-01', applied: true, supervisorConfirmed: true, note: null }) },
  'people.rememberInstitutions': { allowed: writers, foreign: false, input: (fixture) => ({ ...project(fixture), names: [{ name: 'Border dept.', institutionId: fixture.world.border }] }) },
  'learning.nameSupervisor': { allowed: writers, input: (fixture) => ({ ...project(fixture), followUpId: fixture.ids.followUp, email: 'chief@unit.example' }) },
  'learning.askFollowUp': { allowed: writers, input: (fixture) => ({ ...project(fixture), followUpId: fixture.ids.followUp }) },
  'learning.askDueFollowUps': { allowed: writers, input: (fixture) => ({ ...project(fixture), activityId: fixture.approved.id }) },
  'learning.openQuestionnaire': { allowed: writers, input: (fixture) => ({ ...project(fixture), activityId: fixture.approved.id }) },
  'learning.closeQuestionnaire': { allowed: writers, input: (fixture) => ({ ...project(fixture), activityId: fixture.approved.id }) },
  'learning.typeInAnswer': { allowed: writers, input: (fixture) => ({ ...project(fixture), activityId: fixture.approved.id, answerId: randomUUID(), scores: [{ itemId: fixture.ids.statement, score: 4 }], comment: null }) },
  'learning.saveQuestionnaireItems': { allowed: planners, input: (fixture) => ({ ...project(fixture), items: [{ id: fixture.ids.statement, textEn: 'It was useful.', textCnr: 'Bilo je korisno.' }] }) },
  'notifications.choose': { allowed: ['admin', ...writers, 'donor', 'outsider'], foreign: false, input: () => ({ frequency: 'weekly', language: 'cnr' }) },
  'deadlines.mark': { allowed: planners, foreign: false, input: (fixture) => ({ ...project(fixture), key: 'framework', doneOn: '2019-01-20' }) },
  'workplan.reschedule': { allowed: writers, input: (fixture) => ({ ...project(fixture), activityId: fixture.draft.id, version: fixture.draft.version, plannedStart: '2019-06-04', plannedEnd: null, reason: 'Because' }) },
  'workplan.takeBack': { allowed: writers, input: (fixture) => ({ ...project(fixture), activityId: fixture.draft.id, version: fixture.draft.version }) },
  'workplan.openFeed': { allowed: writers, foreign: false, input: (fixture) => ({ ...project(fixture), feed: 'workplan' }) },
  'overview.visit': { allowed: ['admin', ...writers, 'donor'], foreign: false, input: (fixture) => ({ ...project(fixture), seen: true }) },
  'overview.arrange': { allowed: ['admin', ...writers, 'donor', 'outsider'], foreign: false, input: () => ({ card: 'months', change: 'up' }) },
  'links.revoke': { allowed: writers, input: (fixture) => ({ ...project(fixture), linkId: fixture.ids.link }) },
  'equipment.saveItem': { allowed: writers, foreign: false, input: (fixture) => ({ ...project(fixture), id: newId(), version: null, ...itemFacts }) },
  'equipment.deleteItem': { allowed: writers, input: (fixture) => ({ ...project(fixture), itemId: fixture.ids.stockItem, version: 1 }) },
  'equipment.recordMove': { allowed: writers, input: (fixture) => ({ ...project(fixture), id: newId(), itemId: fixture.ids.item, holdingId: fixture.ids.holding, kind: 'loss', quantity: 1, since: '2019-07-01', institutionId: null, personId: null, dueBack: null, reason: 'Stolen' }) },
  'equipment.attachFile': { allowed: writers, input: (fixture) => ({ ...project(fixture), id: newId(), custodyId: fixture.ids.holding, fileName: 'report.pdf', file: { sha256: 'a'.repeat(64), size: 10, mediaType: 'application/pdf' } }) },
  'equipment.import': { allowed: writers, input: (fixture) => ({ ...project(fixture), importId: fixture.ids.itemImport, digest: fixture.ids.itemDigest, choices: [{ row: 2, id: null, changes: [] }] }) },
  'equipment.saveBudgetLine': { allowed: planners, foreign: false, input: (fixture) => ({ ...project(fixture), id: newId(), version: null, ...lineFacts(`C-${newId()}`) }) },
  'equipment.deleteBudgetLine': { allowed: planners, input: (fixture) => ({ ...project(fixture), lineId: fixture.ids.budgetLine, version: 1 }) },
  'equipment.recordChecks': { allowed: writers, input: (fixture) => ({ ...project(fixture), id: newId(), items: [{ id: newId(), itemId: fixture.ids.item, inUse: 'yes', condition: 'good' }], checkedOn: '2019-07-01', usedBy: null, location: null, note: null, photos: [] }) },
  'equipment.raiseActionPoint': { allowed: writers, input: (fixture) => ({ ...project(fixture), id: newId(), itemId: fixture.ids.item, text: 'Find it', institutionId: null, personId: null, dueDate: '2019-08-01', priority: 'high' }) },
  'signing.signOnScreen': { allowed: writers, input: (fixture) => ({ ...project(fixture), id: newId(), activityId: fixture.ids.handOver, party: 'receiver', ...signed(fixture.ids.handOverSha) }) },
  'signing.askSignature': { allowed: writers, input: (fixture) => ({ ...project(fixture), activityId: fixture.ids.handOver }) },
  'actionPoints.create': { allowed: writers, foreign: false, input: (fixture) => ({ ...project(fixture), id: newId(), text: 'Do it', institutionId: null, personId: null, dueDate: '2019-08-01', priority: 'normal' }) },
  'actionPoints.askProgress': { allowed: writers, input: (fixture) => ({ ...project(fixture), actionPointId: fixture.ids.actionPoint }) },
  'actionPoints.decideReport': { allowed: writers, input: (fixture) => ({ ...project(fixture), reportId: fixture.ids.progressReport, decision: 'declined', note: 'Not yet' }) },
  'actionPoints.remind': { allowed: writers, foreign: false, input: (fixture) => ({ ...project(fixture), actionPointIds: [fixture.ids.actionPoint] }) },
  'actionPoints.attachFile': { allowed: writers, input: (fixture) => ({ ...project(fixture), id: newId(), actionPointId: fixture.ids.actionPoint, file: { fileName: 'a.pdf', sha256: '0'.repeat(64), size: 3, mediaType: 'application/pdf' } }) },
  'actionPoints.edit': { allowed: writers, input: (fixture) => ({ ...project(fixture), actionPointId: fixture.ids.ownPoint, version: 1, text: 'Send it all', institutionId: fixture.world.border, personId: null, dueDate: '2019-05-01', priority: 'high', involvedIds: [], confirmations: [] }) },
  'actionPoints.progress': { allowed: writers, input: (fixture) => ({ ...project(fixture), actionPointId: fixture.ids.actionPoint, version: 1, status: 'in_progress', doneOn: null, outcome: null, dropReason: null, dueDate: '2019-04-01' }) },
  'people.save': { allowed: writers, input: (fixture) => ({ ...project(fixture), ...person, id: fixture.ids.person, version: 1, rank: null, email: null, phone: null, lawfulBasis: null, consentOn: null, retainUntil: null }) },
  'people.commitRoster': { allowed: writers, input: (fixture) => ({ ...project(fixture), importId: fixture.ids.import, digest: '0'.repeat(64), presentInAll: false, choices: [{ row: 2, personId: null, changes: [] }] }) },
  'imports.receivePlan': { allowed: planners, foreign: false, input: (fixture) => ({ ...project(fixture), id: newId(), kind: 'results', activityId: null, fileName: 'a.xlsx', sha256: '0'.repeat(64), rows: [{ number: 1, cells: ['Level', 'Statement'] }] }) },
  'results.import': { allowed: planners, input: (fixture) => ({ ...project(fixture), importId: fixture.ids.matrixImport, digest: fixture.ids.matrixDigest }) },
  'results.nameLevels': { allowed: planners, foreign: false, input: (fixture) => ({ ...project(fixture), levelTemplate: 'eu' }) },
  'imports.receive': { allowed: writers, input: (fixture) => ({ ...project(fixture), id: newId(), kind: 'participants', activityId: fixture.draft.id, fileName: 'a.csv', sha256: '0'.repeat(64), rows: [{ number: 1, cells: ['Prezime', 1, true, null] }] }) },
  'people.savePost': { allowed: writers, input: (fixture) => ({ ...project(fixture), personId: fixture.ids.person, id: newId(), version: null, institutionId: fixture.world.unit, post: 'Trainee', fromDate: '2010-01-01', toDate: '2010-12-31' }) },
  'people.removePost': { allowed: writers, input: (fixture) => ({ ...project(fixture), personId: fixture.ids.person, id: fixture.ids.post, version: 1 }) },
  'people.merge': { allowed: planners, input: (fixture) => ({ ...project(fixture), id: newId(), keptId: fixture.ids.person, keptVersion: 1, mergedId: fixture.ids.second, mergedVersion: 1, take: ['sex'] }) },
  'people.undoMerge': { allowed: planners, input: (fixture) => ({ ...project(fixture), mergeId: fixture.ids.merge }) },
  'people.notDuplicates': { allowed: planners, input: (fixture) => ({ ...project(fixture), personIds: [fixture.ids.person, fixture.ids.second] }) },
  'people.anonymise': { allowed: planners, input: (fixture) => ({ ...project(fixture), personIds: [fixture.ids.person], reason: 'Asked for' }) },
  'people.keepUntil': { allowed: planners, input: (fixture) => ({ ...project(fixture), personIds: [fixture.ids.person], retainUntil: '2030-12-31', reason: 'Evaluation' }) },
  'people.export': { allowed: planners, input: (fixture) => ({ ...project(fixture), personId: fixture.ids.person, reason: 'Asked for' }) },
  'readings.save': { allowed: writers, input: (fixture) => ({ ...project(fixture), id: fixture.readingDraft.id, version: fixture.readingDraft.version, indicatorId: fixture.ids.indicator, periodId: fixture.world.periods.first, value: 4, readOn: null, source: null, comment: null }) },
  'readings.saveAll': { allowed: writers, input: (fixture) => ({ ...project(fixture), submit: false, readings: [{ id: fixture.readingDraft.id, version: fixture.readingDraft.version, indicatorId: fixture.ids.indicator, periodId: fixture.world.periods.first, value: 5, readOn: null, source: null, comment: null }] }) },
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
  'projects.updatePeriod': { allowed: planners, input: (fixture) => ({ ...project(fixture), id: fixture.world.periods.second, version: 1, name: 'Second half', from: '2019-07-01', to: '2019-12-31', dueDate: null }) },
  'projects.removePeriod': { allowed: planners, input: (fixture) => ({ ...project(fixture), periodId: fixture.world.periods.second, version: 1 }) },
  'indicators.save': { allowed: planners, input: (fixture) => ({ ...project(fixture), id: fixture.ids.indicator, version: 1, resultId: fixture.world.output, ...sheet }) },
  'indicators.move': { allowed: planners, input: (fixture) => ({ ...project(fixture), indicatorId: fixture.ids.indicator, direction: 'up' }) },
  'indicators.remove': { allowed: planners, input: (fixture) => ({ ...project(fixture), indicatorId: fixture.ids.indicator, version: 1 }) },
  'results.save': { allowed: planners, input: (fixture) => ({ ...project(fixture), id: fixture.world.output, version: 1, level: 'output', parentId: fixture.ids.outcome, statement: 'Units cooperate', assumptions: null }) },
  'results.move': { allowed: planners, input: (fixture) => ({ ...project(fixture), resultId: fixture.world.output, direction: 'up' }) },
  'results.remove': { allowed: planners, input: (fixture) => ({ ...project(fixture), resultId: fixture.ids.outcome, version: 1, moveTo: null }) },
  'projects.updateSettings': { allowed: planners, foreign: false, input: (fixture) => ({ ...project(fixture), version: 1, attendancePercent: 70, suppressionMinimum: 6, followUpMonths: 3, retentionMonths: 24, checkMonths: '3, 6, 12', labelOwner: null, labelContact: null, timeZone: 'Europe/Podgorica' }) },
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
