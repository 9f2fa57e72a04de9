import 'server-only';
import { sql } from 'drizzle-orm';
import { noticeKey, occasionOn } from '../../rules/occasion';
import type { Moment } from './source';

type Waiting = { id: string; projectId: string; title: string; reference: string; since: string; email: string };

/** Supervisors who have not confirmed what a participant says they apply: a link to each whose address was given, from the answer on and for three weeks after. */
export async function waitingSupervisors({ tx, now, today }: Moment) {
  const rows = await tx.execute<Waiting>(sql`
    select f.id, a.project_id as "projectId", a.title, a.reference, f.answered_on as since, f.supervisor_email as email
    from follow_ups f join activities a on a.id = f.activity_id and a.review_state = 'approved' join participants r on r.id = f.participant_id
      join people p on p.id = r.person_id and p.anonymised_at is null
    where f.applied and f.supervisor_confirmed is null and f.supervisor_email is not null and f.answered_on >= (${now.toISOString()}::timestamptz - interval '30 days')::date`);
  return rows.flatMap(({ id, projectId, title, reference, since, email }) => {
    const day = today(projectId);
    const occasion = day && occasionOn(since, day, { soon: 0, weeks: 3 });
    if (!occasion) return [];
    const about = { projectId, text: title, dueOn: since, page: `/activities/${reference}` };
    return [{ ...about, key: noticeKey(`supervision:${id}`, since, occasion), kind: 'supervision' as const, to: { address: email }, link: { purpose: 'follow_up_supervisor' as const, subjectId: id } }];
  });
}
