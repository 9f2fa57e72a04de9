import 'server-only';
import { sql } from 'drizzle-orm';
import { noticeKey, occasionOn } from '../../rules/occasion';
import type { Moment } from './source';

type Due = { id: string; number: number; projectId: string; text: string; dueOn: string; email: string | null };

/** Action points still pending, from a week before they are due: to those who follow them up, and by link to the person who owes them. */
export async function dueActionPoints({ tx, now, today, listening }: Moment) {
  const rows = await tx.execute<Due>(sql`
    select p.id, p.number, p.project_id as "projectId", p.text, p.due_date as "dueOn", w.email
    from action_points p left join activities a on a.id = p.activity_id left join people w on w.id = p.person_id and w.anonymised_at is null
    where (w.email is not null or p.project_id = any(${sql.param(listening)}::uuid[])) and p.status in ('open', 'in_progress') and p.due_date <= (${now.toISOString()}::timestamptz + interval '8 days')::date and a.review_state is distinct from 'withdrawn'`);
  return rows.flatMap(({ id, number, projectId, text, dueOn, email }) => {
    const day = today(projectId);
    const notice = (weeks: number) => {
      const occasion = day && occasionOn(dueOn, day, { soon: 7, weeks });
      return occasion ? [{ key: noticeKey(`actionPoint:${id}`, dueOn, occasion), kind: 'action_point' as const, projectId, text, dueOn, page: `/action-points/${number}` }] : [];
    };
    const forMembers = notice(52).map((one) => ({ ...one, to: { roles: ['manager', 'staff'] as const } }));
    // Who works elsewhere is asked for two months, then the project's people have to talk to them.
    const forOwner = email ? notice(8).map((one) => ({ ...one, to: { address: email }, link: { purpose: 'action_point' as const, subjectId: id } })) : [];
    return [...forMembers, ...forOwner];
  });
}
