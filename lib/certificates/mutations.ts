import 'server-only';
import { randomBytes } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { activities, certificateRevocations, certificates, projects } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { codeOf } from '@/lib/reports/rules/code';
import { newId } from '@/lib/shared/ids';
import { notFound, Refusal } from '@/lib/shared/result';
import type { ParticipantRole } from '@/lib/shared/vocabulary';
import { certificateObstacle } from './rules';
import type { IssueCertificatesInput, RevokeCertificateInput } from './schema';

type Activity = typeof activities.$inferSelect;
type Facts = { id: string; personId: string; role: ParticipantRole; postScore: number | null; present: number; sessions: number; hours: number | null; passMark: number | null; threshold: number; place: string | null; anonymised: boolean; holds: boolean };

/**
 * Issues a certificate to each of these participants who has no valid one. Numbers run through the project. Refuses records that are not approved trainings
 * (four eyes stand behind every certificate), another version than the one seen, and anybody who did not meet threshold and pass mark.
 * `code` makes verification codes; seeds give one that comes out the same each time.
 */
export async function issueCertificates(work: ProjectWork, input: IssueCertificatesInput, code: (index: number) => string = () => codeOf(randomBytes(10))): Promise<{ issued: number }> {
  const activity = await lockTraining(work, input);
  const issuedBy = actorId(work);
  const wanted = new Set(input.participantIds);
  const facts = (await factsOf(work, activity.id)).filter((row) => wanted.has(row.id));
  if (facts.length < wanted.size) throw notFound();
  if (facts.some((row) => row.anonymised || certificateObstacle(row, row) !== null)) throw new Refusal('certificateNotDue');
  const due = facts.filter((row) => !row.holds);
  if (due.length === 0) return { issued: 0 };
  const first = await nextNumber(work);
  const [heldFrom, heldTo] = [activity.actualStart ?? work.today, activity.actualEnd ?? activity.actualStart ?? work.today];
  const rows = due.map((row, index) => ({
    ...{ id: newId(), projectId: work.project.id, activityId: activity.id, personId: row.personId, number: first + index, verificationCode: code(index) },
    ...{ course: activity.title, place: row.place, heldFrom, heldTo, hours: row.hours?.toFixed(2) ?? null, issuedAt: work.now, issuedBy },
  }));
  await work.tx.insert(certificates).values(rows);
  for (const { id, activityId, personId, number, verificationCode } of rows) work.audit.add('certificates', id, {}, { activityId, personId, number, verificationCode });
  return { issued: rows.length };
}

async function lockTraining(work: ProjectWork, input: IssueCertificatesInput): Promise<Activity> {
  const [activity] = await work.tx.select().from(activities).where(and(eq(activities.id, input.activityId), eq(activities.projectId, work.project.id))).for('no key update');
  if (activity?.kind !== 'training') throw notFound();
  if (activity.reviewState !== 'approved' || activity.implementation !== 'completed') throw new Refusal('certificateNeedsApproval');
  if (activity.version !== input.version) throw new Refusal('reviewedChanged');
  return activity;
}

const factsOf = (work: ProjectWork, activityId: string) =>
  work.tx.execute<Facts>(sql`
    select r.id, r.person_id as "personId", r.role, r.post_score::float8 as "postScore", h.anonymised_at is not null as anonymised,
      (select count(*)::int from attendance t where t.activity_id = r.activity_id and t.participant_id = r.id) as present, s.sessions, s.hours,
      d.pass_mark::float8 as "passMark", p.attendance_threshold::float8 as threshold, l.name as place,
      exists (select from certificates c where c.activity_id = r.activity_id and c.person_id = r.person_id and not exists (select from certificate_revocations v where v.certificate_id = c.id)) as holds
    from participants r join people h on h.id = r.person_id join activities a on a.id = r.activity_id join projects p on p.id = a.project_id
    join trainings d on d.activity_id = a.id left join places l on l.id = a.place_id
    cross join (select count(*)::int as sessions, sum(hours)::float8 as hours from sessions where activity_id = ${activityId}) s
    where r.activity_id = ${activityId} order by r.position`);

// The lock on the project's row makes two issuings wait for each other, so that no number is given twice or left out.
async function nextNumber(work: ProjectWork): Promise<number> {
  await work.tx.select({ id: projects.id }).from(projects).where(eq(projects.id, work.project.id)).for('no key update');
  const [row] = await work.tx.select({ highest: sql<number>`coalesce(max(${certificates.number}), 0)`.mapWith(Number) }).from(certificates).where(eq(certificates.projectId, work.project.id));
  return (row?.highest ?? 0) + 1;
}

/** Takes a certificate back, with the reason; it stays on record and /verify says so from now on. Refuses one that is revoked already. */
export async function revokeCertificate(work: ProjectWork, input: Omit<RevokeCertificateInput, 'projectId'>): Promise<void> {
  const [found] = await work.tx.select({ id: certificates.id }).from(certificates).where(and(eq(certificates.id, input.certificateId), eq(certificates.projectId, work.project.id)));
  if (!found) throw notFound();
  const row = { certificateId: found.id, reason: input.reason, byUserId: actorId(work), at: work.now };
  const written = await work.tx.insert(certificateRevocations).values(row).onConflictDoNothing().returning({ id: certificateRevocations.certificateId });
  if (written.length === 0) throw new Refusal('wrongState');
  work.audit.add('certificates', found.id, { revoked: false }, { revoked: true }, input.reason);
}

function actorId(work: ProjectWork): string {
  if (!work.actor) throw new Error('a certificate needs somebody who issued it');
  return work.actor.id;
}
