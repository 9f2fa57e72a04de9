// Run by the browser tests (tests/e2e/world.ts): makes a project of its own for one spec and prints what the spec needs to know.
import { and, eq, inArray } from 'drizzle-orm';
import { closeDatabase, database } from '@/db/client';
import { actionPoints, activities, certificates, checkPhotos, custody, equipmentItems, indicators, institutionNames, institutions, projects, users } from '@/db/schema';
import { issueCertificates } from '@/lib/certificates/mutations';
import { attachCustodyFile } from '@/lib/equipment/mutations/custody-files';
import { recordChecks } from '@/lib/equipment/mutations/checks';
import { attachEvidence } from '@/lib/evidence/mutations';
import { followUpMessages } from '@/lib/learning/mutations/follow-ups';
import { openQuestionnaire } from '@/lib/learning/mutations/questionnaire';
import { receiveImport } from '@/lib/imports/mutations';
import { issueLink } from '@/lib/links/mutations';
import { lockRecipient } from '@/lib/notifications/mutations/recipients';
import { circulateMinutes } from '@/lib/meetings/mutations/minutes';
import { createReport, saveReportSections } from '@/lib/reports/mutations/draft';
import { issueReport } from '@/lib/reports/mutations/issue';
import { newId } from '@/lib/shared/ids';
import { askSignature } from '@/lib/signing/mutations/sign';
import { fileStore } from '@/lib/storage/store';
import { hashPassword } from '@/lib/auth/password';
import { aWorld } from './builders';
import { Roster } from './roster';

const world = await aWorld();
// The server under test keeps to retention dates by itself: a project that ended long ago would have its people erased in the middle of a spec.
await database().update(projects).set({ endDate: '2099-12-31' }).where(eq(projects.id, world.projectId));
const viewers = { admin: world.admin, manager: world.manager, reviewer: world.reviewer, staff: world.staff, donor: world.donor, outsider: world.outsider };
const passwordHash = await hashPassword('capacity-demo');
await database().update(users).set({ passwordHash }).where(inArray(users.id, Object.values(viewers).map((viewer) => viewer.id)));
const counted = world.training({ people: [...world.people(6), ...world.people(7, 'male', world.border)], gain: 25, title: 'Counted training' });
const approved = await world.approved(counted);
const [graduate] = counted.participants;
await world.as(world.staff, (work) => issueCertificates(work, { projectId: world.projectId, activityId: approved.id, version: approved.version, participantIds: graduate ? [graduate.id] : [] }));
const submitted = await world.submitted(world.training({ people: world.people(3), title: 'Handed-in training' }));
const draftForm = world.training({ title: 'Draft training' });
const draft = await world.save(draftForm);
const planned = await world.save({ ...world.training({ people: [], sessions: ['2019-06-04'], title: 'Planned training' }), implementation: 'planned', actualStart: null, actualEnd: null });
// Sixty more of the plan, only for the spec that looks at a long one.
if (process.env.E2E_LONG_PLAN) {
  const [row] = await database().select().from(activities).where(eq(activities.id, planned.id));
  if (!row) throw new Error('the plan lacks its activity');
  const { onDate: _generated, ...same } = row;
  await database().insert(activities).values(Array.from({ length: 120 }, (_, at) => ({ ...same, id: newId(), reference: `TR-9${String(at).padStart(2, '0')}`, title: `Lesson ${at + 1}`, plannedEnd: null, plannedStart: at < 6 ? '2019-06-20' : `2019-0${5 + (at % 2)}-${String(1 + (at % 28)).padStart(2, '0')}` })));
}
const [person, second] = world.people(2);
const meeting = await world.approved(world.meeting(person && second ? [person, second] : [], '2019-03-10', [{ text: 'Agree the form', dueDate: '2019-04-01' }]));
const meetingDraft = await world.save(world.meeting(person && second ? [person, second] : [], '2019-05-06'));
const handOver = await world.approved(world.handOver([{ serialNumber: `E2E-${world.slug}` }]));
const unsigned = await world.save(world.handOver([{ serialNumber: `E2E-B-${world.slug}`, value: 1250.5 }, { quantity: 4 }]));
const one = async (query: Promise<{ id: string }[]>) => (await query)[0]?.id ?? '';
const itemId = await one(database().select({ id: equipmentItems.id }).from(equipmentItems).where(eq(equipmentItems.activityId, handOver.id)));
// A check with the photo of a real picture, so that its route has something to give.
const checkId = newId();
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const round = { projectId: world.projectId, id: newId(), checkedOn: '2019-07-01', usedBy: 'Night shift', location: 'Cellar 7', note: null, items: [{ id: checkId, itemId, inUse: 'yes' as const, condition: 'good' as const }] };
const shot = { ...(await fileStore().put(picture)), mediaType: 'image/png', width: 1, height: 1 };
await world.as(world.staff, (work) => recordChecks(work, { ...round, photos: [shot] }));
const photoId = await one(database().select({ id: checkPhotos.id }).from(checkPhotos).where(eq(checkPhotos.checkId, checkId)));
const indicator = newId();
await database().insert(indicators).values({ id: indicator, projectId: world.projectId, resultId: world.output, code: '1.1.b', statement: 'Referrals', unit: 'cases', method: 'reported', target: '5', position: 1 });
const report = newId();
const inProject = { projectId: world.projectId };
await world.as(world.manager, (work) => createReport(work, { ...inProject, id: report, periodId: world.periods.first, kind: 'interim', language: 'en', title: 'First report' }));
const saved = await world.as(world.manager, (work) => saveReportSections(work, { ...inProject, reportId: report, version: 1, sections: { summary: 'What was done.' } }));
await world.as(world.manager, (work) => issueReport(work, { ...inProject, reportId: report, version: saved.version, correction: null }));
// The bytes of a real file, so that the file route has something to give.
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const stored = await fileStore().put(png);
const [custodyFile, holding] = [newId(), await one(database().select({ id: custody.id }).from(custody).where(and(eq(custody.itemId, itemId), eq(custody.kind, 'handed_over'))))];
await world.as(world.staff, (work) => attachCustodyFile(work, { ...inProject, id: custodyFile, custodyId: holding, fileName: 'handed.png', file: { ...stored, mediaType: 'image/png' } }));
const evidenceId = newId();
await world.as(world.staff, (work) => attachEvidence(work, { id: evidenceId, activityId: draft.id, kind: 'photo', fileName: 'photo.png', file: { ...stored, mediaType: 'image/png' } }));
const list = await new Roster(world, [['Prezime', 'Ime', 'Godina rođenja'], ['Novi', 'Marko', 1990], ['', 'Nobody', null]]).upload(world.staff, new Date());
// Forty people of one training, only for the spec that enters their list: elsewhere they would stand in every register.
const fortyForm = world.training({ people: process.env.E2E_FORTY ? world.people(40) : [], sessions: ['2019-05-20'], present: () => false, title: 'Training of forty' });
const forty = process.env.E2E_FORTY ? { ...(await world.save(fortyForm)), session: fortyForm.sessions[0]?.id } : undefined;
const [certificate] = await database().select({ code: certificates.verificationCode }).from(certificates).where(eq(certificates.projectId, world.projectId));
const certificateCode = certificate?.code ?? '';
const itemImport = newId();
await world.as(world.staff, (work) => receiveImport(work, { id: itemImport, kind: 'equipment', activityId: null, fileName: 'items.xlsx', sha256: 'b'.repeat(64), rows: [{ number: 1, cells: ['Description', 'Category'] }, { number: 2, cells: ['Radio', 'Communication'] }] }), new Date());
const matrixImport = newId();
await world.as(world.manager, (work) => receiveImport(work, { id: matrixImport, kind: 'results', activityId: null, fileName: 'matrix.xlsx', sha256: 'c'.repeat(64), rows: [{ number: 1, cells: ['Level', 'Statement'] }, { number: 2, cells: ['Outcome', 'Imported outcome'] }] }), new Date());
// One that no project lists.
const unlisted = newId();
await database().insert(institutions).values({ id: unlisted, parentId: null, country: 'ME', kind: 'other' });
await database().insert(institutionNames).values({ institutionId: unlisted, language: 'en', name: `Municipality ${world.slug}` });
const ids = { unlisted, matrixImport, itemImport, import: list.id, item: itemId, photo: photoId, custodyFile, person: person?.id ?? '', second: second?.id ?? '', report, evidence: evidenceId, institution: world.unit, session: draftForm.sessions[0]?.id ?? '' };
const asked = await world.as(world.staff, followUpMessages, new Date());
const recipient = await database().transaction((tx) => lockRecipient(tx, { address: `focal@${world.slug}.example` }, new Date()));
const pointId = await one(database().select({ id: actionPoints.id }).from(actionPoints).where(eq(actionPoints.projectId, world.projectId)));
const pointLink = await world.as(world.staff, (work) => issueLink(work, { purpose: 'action_point', subjectId: pointId }), new Date());
const mailSettings = await world.as(world.staff, (work) => issueLink(work, { purpose: 'mail_settings', subjectId: recipient.id }), new Date());
const toSign = await world.as(world.staff, (work) => askSignature(work, { activityId: unsigned.id }), new Date());
const questionnaire = await world.as(world.staff, (work) => openQuestionnaire(work, { activityId: approved.id }), new Date());
const comments = await world.as(world.staff, (work) => circulateMinutes(work, { activityId: meeting.id }), new Date());
const feed = await world.as(world.staff, (work) => issueLink(work, { purpose: 'workplan_feed', subjectId: world.projectId }), new Date());
const tokens = { minutes: comments.url.split('/').at(-1), feed: feed.url.split('/').at(-1), ...Object.fromEntries(asked.toReversed().map(({ to, url }) => [to, url.split('/').at(-1)])), questionnaire: questionnaire.url.split('/').at(-1), mails: mailSettings.url.split('/').at(-1), point: pointLink.url.split('/').at(-1), signer: toSign.url.split('/').at(-1) };
const emails = Object.fromEntries(Object.entries(viewers).map(([role, viewer]) => [role, viewer.email]));
const userIds = Object.fromEntries(Object.entries(viewers).map(([role, viewer]) => [role, viewer.id]));
console.log(JSON.stringify({ slug: world.slug, projectId: world.projectId, emails, userIds, approved, submitted, draft, planned, meeting, meetingDraft, handOver, unsigned, forty, certificateCode, tokens, ids, periods: world.periods }));
await closeDatabase();
