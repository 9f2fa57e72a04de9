import 'server-only';
import { sql } from 'drizzle-orm';
import { dateIn } from '@/lib/shared/dates';
import { noticeKey, occasionOn } from '../../rules/occasion';
import type { Moment } from './source';

type Waiting = { id: string; projectId: string; text: string; page: string; authors: string[]; since: string; timeZone: string };

/** What was handed in and waits: to the managers who did not write it themselves (DOMAIN §3, four eyes); again each week. */
export async function waitingReviews({ tx, today, listening }: Moment) {
  const rows = await tx.execute<Waiting>(sql`
    select x.id, x.project_id as "projectId", x.reference || ' ' || x.title as text, '/activities/' || x.reference as page, array[x.created_by, x.last_edited_by] as authors, j.time_zone as "timeZone",
      coalesce((select max(s.at) from reviews s where s.activity_id = x.id and s.step = 'submitted'), x.updated_at)::text as since
    from activities x join projects j on j.id = x.project_id where x.review_state = 'submitted' and x.project_id = any(${sql.param(listening)}::uuid[])
    union all
    select x.id, x.project_id, i.code || ' ' || i.statement, '/review', array[x.created_by, x.last_edited_by], j.time_zone,
      coalesce((select max(s.at) from reading_reviews s where s.reading_id = x.id and s.step = 'submitted'), x.updated_at)::text
    from readings x join indicators i on i.id = x.indicator_id join projects j on j.id = x.project_id where x.review_state = 'submitted' and x.project_id = any(${sql.param(listening)}::uuid[])`);
  return rows.flatMap(({ id, projectId, text, page, authors, since, timeZone }) => {
    const day = today(projectId);
    const handedIn = dateIn(timeZone, new Date(since));
    const occasion = day && occasionOn(handedIn, day, { soon: 0, weeks: 52 });
    return occasion ? [{ key: noticeKey(`review:${id}`, handedIn, occasion), kind: 'review' as const, projectId, to: { roles: ['manager'] as const, except: authors }, text, dueOn: null, page }] : [];
  });
}
