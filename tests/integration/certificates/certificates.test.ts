import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { auditLog, certificateRevocations, certificates, people } from '@/db/schema';
import type { Viewer } from '@/lib/access/viewer';
import { issueCertificates, revokeCertificate } from '@/lib/certificates/mutations';
import { certificatesOfActivity, certificatesOfPerson, verifyCertificate } from '@/lib/certificates/queries';
import { reopenActivity } from '@/lib/review/mutations';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

async function anApproved(own: World = world, present?: (person: number) => boolean) {
  const form = own.training({ people: own.people(3), present: present && ((person) => present(person)) });
  const { id, version } = await own.approved(form);
  return { id, version, form, participantIds: form.participants.map((row) => row.id), personIds: form.participants.map((row) => row.personId) };
}
type Training = Awaited<ReturnType<typeof anApproved>>;
const issue = (training: Training, participantIds = training.participantIds, actor: Viewer = world.staff, own: World = world) =>
  own.as(actor, (work) => issueCertificates(work, { projectId: own.projectId, activityId: training.id, version: training.version, participantIds }));
const revoke = (certificateId: string, own: World = world) => own.as(own.manager, (work) => revokeCertificate(work, { certificateId, reason: 'Score was wrong' }));
const refusal = (run: Promise<unknown>) => run.then(() => 'done', (error) => (error as { failure?: { reason: string } }).failure?.reason ?? String(error));

describe('issuing', () => {
  test('gives each who met the conditions a number of the project and a code of their own, once', async () => {
    const own = await aWorld();
    const [first, second] = [await anApproved(own), await anApproved(own)];
    expect(await issue(first, undefined, own.staff, own)).toEqual({ issued: 3 });
    expect(await issue(second, second.participantIds.slice(0, 1), own.staff, own)).toEqual({ issued: 1 });
    expect(await issue(first, undefined, own.staff, own)).toEqual({ issued: 0 });
    const rows = await certificatesOfActivity(own.staff, own.projectId, first.id);
    expect(rows.map((row) => row.number)).toEqual([1, 2, 3]);
    expect(new Set(rows.map((row) => row.verificationCode)).size).toBe(3);
    expect(rows[0]).toMatchObject({ course: 'Screening at the border', heldFrom: '2019-03-04', heldTo: '2019-03-05', hours: 12, place: 'Bar', issuedBy: 'Staff', revoked: null });
    expect((await certificatesOfPerson(own.staff, own.projectId, second.personIds[0] ?? '')).map((row) => row.number)).toEqual([4]);
    expect(await database().select().from(auditLog).where(eq(auditLog.entityId, rows[0]?.id ?? ''))).toHaveLength(1);
  });

  test('two hands at once give no number twice', async () => {
    const own = await aWorld();
    const trainings = [await anApproved(own), await anApproved(own), await anApproved(own)];
    await Promise.all(trainings.map((training) => issue(training, undefined, own.staff, own)));
    const numbers = (await database().select().from(certificates).where(eq(certificates.projectId, own.projectId))).map((row) => row.number).sort((a, b) => a - b);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('is refused below the threshold, on records that nobody approved, on other versions and other projects', async () => {
    const half = await anApproved(world, (person) => person > 0);
    expect(await refusal(issue(half))).toBe('certificateNotDue');
    expect(await issue(half, half.participantIds.slice(1))).toEqual({ issued: 2 });
    const form = world.training();
    const draft = await world.save(form);
    expect(await refusal(issue({ ...half, id: draft.id, version: draft.version }, [form.participants[0]?.id ?? '']))).toBe('certificateNeedsApproval');
    expect(await refusal(issue({ ...half, version: half.version + 1 }))).toBe('reviewedChanged');
    const meeting = await world.approved(world.meeting(world.people(2)));
    expect(await refusal(issue({ ...half, id: meeting.id, version: meeting.version }))).toBe('notFound');
    const elsewhere = await aWorld();
    expect(await refusal(issue(half, undefined, elsewhere.staff, elsewhere))).toBe('notFound');
  });

  test('is refused below the pass mark where one is set', async () => {
    const form = world.training({ people: world.people(2), gain: 25 });
    if (form.kind !== 'training') throw new Error('a training is needed');
    form.detail.passMark = 70;
    const [first] = form.participants;
    if (first) first.postScore = 70;
    const { id, version } = await world.approved(form);
    const training = { id, version, form, participantIds: form.participants.map((row) => row.id), personIds: [] };
    expect(await refusal(issue(training))).toBe('certificateNotDue');
    expect(await issue(training, training.participantIds.slice(0, 1))).toEqual({ issued: 1 });
  });
});

describe('revoking', () => {
  test('shows at /verify: valid before, revoked after, never a name or the reason; a new one gets a number and code of its own', async () => {
    const training = await anApproved();
    await issue(training, training.participantIds.slice(0, 1));
    const [issued] = await certificatesOfActivity(world.staff, world.projectId, training.id);
    if (!issued) throw new Error('nothing was issued');
    const typed = ` ${issued.verificationCode.toLowerCase().replace('-', ' ')} `;
    expect(await verifyCertificate(typed)).toMatchObject({ course: 'Screening at the border', heldFrom: '2019-03-04', heldTo: '2019-03-05', revokedOn: null });
    await revoke(issued.id);
    const after = await verifyCertificate(typed);
    expect(after).toMatchObject({ course: 'Screening at the border', revokedOn: '2019-12-01' });
    const name = training.form.participants[0]?.person?.givenName ?? 'nobody';
    expect(JSON.stringify(after)).not.toMatch(new RegExp(`${name}|Score was wrong`));
    expect(await refusal(revoke(issued.id))).toBe('wrongState');
    await issue(training, training.participantIds.slice(0, 1));
    const rows = await certificatesOfActivity(world.staff, world.projectId, training.id);
    expect(rows.map((row) => row.revoked?.reason ?? null)).toEqual(['Score was wrong', null]);
    expect(rows[1]?.verificationCode).not.toBe(issued.verificationCode);
  });

  test('does not reach into another project, and an unknown code is none', async () => {
    const training = await anApproved();
    await issue(training);
    const [issued] = await certificatesOfActivity(world.staff, world.projectId, training.id);
    const elsewhere = await aWorld();
    expect(await refusal(revoke(issued?.id ?? newId(), elsewhere))).toBe('notFound');
    expect(await verifyCertificate('ZZZZZ-ZZZZZ')).toBeNull();
    expect(await verifyCertificate('nonsense')).toBeNull();
  });
});

test('the database itself refuses to change or drop what was issued; only the person may move, as a merge needs', async () => {
  const training = await anApproved();
  await issue(training);
  const [row] = await database().select().from(certificates).where(eq(certificates.activityId, training.id));
  if (!row) throw new Error('nothing was issued');
  await revoke(row.id);
  const at = eq(certificates.id, row.id);
  await expect(database().update(certificates).set({ course: 'Another' }).where(at)).rejects.toThrow();
  await expect(database().delete(certificates).where(at)).rejects.toThrow();
  await expect(database().update(certificateRevocations).set({ reason: 'Another' }).where(eq(certificateRevocations.certificateId, row.id))).rejects.toThrow();
  await expect(database().execute(sql`truncate certificates cascade`)).rejects.toThrow();
  await database().update(certificates).set({ personId: training.personIds[1] ?? '' }).where(at);
});

test('a certificate outlives a reopened record and the name of its holder', async () => {
  const training = await anApproved();
  await issue(training, training.participantIds.slice(0, 1));
  await world.as(world.manager, (work) => reopenActivity(work, { projectId: world.projectId, activityId: training.id, version: training.version, note: 'Check' }));
  await database().update(people).set({ anonymisedAt: new Date('2019-12-02') }).where(eq(people.id, training.personIds[0] ?? ''));
  const [row] = await certificatesOfActivity(world.staff, world.projectId, training.id);
  expect(row).toMatchObject({ name: null, revoked: null });
  expect(await verifyCertificate(row?.verificationCode ?? '')).toMatchObject({ revokedOn: null });
});

test('exists for those who read people, for nobody else', async () => {
  const training = await anApproved();
  await issue(training);
  for (const viewer of [world.staff, world.manager, world.admin]) expect(await certificatesOfActivity(viewer, world.projectId, training.id)).toHaveLength(3);
  for (const viewer of [world.donor, world.outsider]) {
    expect(await certificatesOfActivity(viewer, world.projectId, training.id)).toEqual([]);
    expect(await certificatesOfPerson(viewer, world.projectId, training.personIds[0] ?? '')).toEqual([]);
  }
});
