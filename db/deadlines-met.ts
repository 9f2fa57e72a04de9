import 'server-only';
import { type SQL, sql } from 'drizzle-orm';

/**
 * Two columns of what is known of a project's deadlines (DOMAIN §6): `marked`, those that somebody marked as met, and `issued`, the reporting periods on which a
 * report was issued, whether one of them is the final one, and the day of the first in the project's time zone. `project`: its id. The aliases are such that no
 * statement around it has them.
 */
export const metOf = (project: SQL): SQL => sql`
  (select coalesce(json_agg(json_build_object('key', met.key, 'doneOn', met.done_on)), '[]') from deadlines_met met where met.project_id = ${project}) as marked,
  (select coalesce(json_agg(json_build_object('to', span.to_date, 'final', sent.final, 'on', (sent.at at time zone zone.time_zone)::date)), '[]')
    from reporting_periods span join projects zone on zone.id = span.project_id
    cross join lateral (select bool_or(one.kind = 'final') as final, min(edition.issued_at) as at from reports one join report_versions edition on edition.report_id = one.id where one.period_id = span.id) sent
    where span.project_id = ${project} and sent.at is not null) as issued`;
