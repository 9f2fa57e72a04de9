import 'server-only';
import { sql } from 'drizzle-orm';
import { dateIn } from '@/lib/shared/dates';
import { noticeKey, occasionOn } from '../../rules/occasion';
import type { Moment } from './source';

type Waiting = { id: string; projectId: string; number: number; text: string; since: string; timeZone: string };

/** Progress that came in by link and waits to be accepted: to managers and staff, again each week. */
export async function reportedProgress({ tx, today, listening }: Moment) {
  const rows = await tx.execute<Waiting>(sql`
    select r.id, p.project_id as "projectId", p.number, p.text, r.reported_at::text as since, j.time_zone as "timeZone"
    from progress_reports r join action_points p on p.id = r.action_point_id join projects j on j.id = p.project_id where r.state = 'waiting' and p.project_id = any(${sql.param(listening)}::uuid[])`);
  return rows.flatMap(({ id, projectId, number, text, since, timeZone }) => {
    const day = today(projectId);
    const reportedOn = dateIn(timeZone, new Date(since));
    const occasion = day && occasionOn(reportedOn, day, { soon: 0, weeks: 8 });
    return occasion ? [{ key: noticeKey(`report:${id}`, reportedOn, occasion), kind: 'reported' as const, projectId, to: { roles: ['manager', 'staff'] as const }, text, dueOn: null, page: `/action-points/${number}` }] : [];
  });
}
