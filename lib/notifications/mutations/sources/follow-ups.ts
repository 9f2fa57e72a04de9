import 'server-only';
import { sql } from 'drizzle-orm';
import { noticeKey, occasionOn } from '../../rules/occasion';
import type { Moment } from './source';

type Due = { id: string; projectId: string; title: string; reference: string; dueOn: string; email: string };

/** Follow-ups that participants have not answered: a link to each whose address is known, when due and for three weeks after. */
export async function dueFollowUps({ tx, now, today }: Moment) {
  const rows = await tx.execute<Due>(sql`
    select f.id, a.project_id as "projectId", a.title, a.reference, f.due_on as "dueOn", p.email
    from follow_ups f join activities a on a.id = f.activity_id and a.review_state = 'approved' join participants r on r.id = f.participant_id
      join people p on p.id = r.person_id and p.anonymised_at is null and p.email is not null
    where f.answered_on is null and f.due_on between (${now.toISOString()}::timestamptz - interval '30 days')::date and (${now.toISOString()}::timestamptz + interval '1 day')::date`);
  return rows.flatMap(({ id, projectId, title, reference, dueOn, email }) => {
    const day = today(projectId);
    const occasion = day && occasionOn(dueOn, day, { soon: 0, weeks: 3 });
    if (!occasion) return [];
    const about = { projectId, text: title, dueOn, page: `/activities/${reference}` };
    return [{ ...about, key: noticeKey(`followUp:${id}`, dueOn, occasion), kind: 'follow_up' as const, to: { address: email }, link: { purpose: 'follow_up_participant' as const, subjectId: id } }];
  });
}
