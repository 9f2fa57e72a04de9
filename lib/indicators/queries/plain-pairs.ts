import 'server-only';
import { sql } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import type { PairRow } from '../rules/cooperation';

/** What every two institutions of a project had in common on a day, as a plain aggregate over its records, written without the counting module. */
export async function plainPairs(reader: Reader, projectId: string, asOf: string): Promise<PairRow[]> {
  return reader.execute<PairRow>(sql`
    with recursive up as (select id, id as above, parent_id, country, 0 as depth from institutions union all select u.id, i.id, i.parent_id, i.country, u.depth + 1 from up u join institutions i on i.id = u.parent_id),
    ours as (select id from institutions except select u.id from up u join project_institutions l on l.institution_id = u.above where l.project_id = ${projectId} and l.role = 'implementer'),
    stands as (
      select id, 'recorded' as level, id::text as unit from ours
      union all select id, 'top', above::text from up where parent_id is null and id in (select id from ours)
      union all (select distinct on (id) id, 'country', country from up where country is not null and id in (select id from ours) order by id, depth)
      union all (select distinct on (id) id, 'unit', above::text from up where id in (select id from ours)
        and (parent_id is null or above in (select institution_id from project_institutions where project_id = ${projectId} and role = 'counterpart'))
        order by id, (above in (select institution_id from project_institutions where project_id = ${projectId} and role = 'counterpart')) desc, depth)
    ), counted as (
      select a.id, a.kind, p.id as period_id, coalesce((select m.restricted from meetings m where m.activity_id = a.id), false) as restricted from activities a left join reporting_periods p on p.project_id = a.project_id and a.on_date between p.from_date and p.to_date
      where a.project_id = ${projectId} and a.review_state = 'approved' and a.implementation = 'completed' and a.on_date <= ${asOf} and a.kind <> 'equipment'
    ), head as (
      select r.activity_id, r.institution_id, 1 as people, (p.sex = 'female')::int as women from participants r join people p on p.id = r.person_id
      where exists (select from attendance t where t.participant_id = r.id)
      union all select activity_id, institution_id, count, case when sex = 'female' then count else 0 end from headcounts
    ), there as (
      select c.id, c.kind, c.period_id, c.restricted, s.level, s.unit collate "C" as unit, sum(h.people)::int as people, sum(h.women)::int as women
      from counted c join head h on h.activity_id = c.id join stands s on s.id = h.institution_id group by 1, 2, 3, 4, 5, 6
    ), met as (
      select a.level, a.period_id, a.kind, a.restricted, a.unit as a, b.unit as b, a.people + case when a.unit = b.unit then 0 else b.people end as people, a.women + case when a.unit = b.unit then 0 else b.women end as women
      from there a join there b on b.id = a.id and b.level = a.level and a.unit <= b.unit
    ), agreed as (
      select p.id, c.id as activity_id, c.period_id, c.restricted or coalesce((select g.restricted from agenda_items g where g.id = p.agenda_item_id), false) as restricted, s.level, s.unit collate "C" as unit from action_points p join counted c on c.id = p.activity_id join stands s on s.id = p.institution_id
      where p.first_due_date is not null and p.status <> 'dropped'
    ), common as (
      select id, level, period_id, restricted, unit as a, unit as b from agreed
      union select g.id, g.level, g.period_id, g.restricted, least(g.unit, t.unit), greatest(g.unit, t.unit) from agreed g join there t on t.id = g.activity_id and t.level = g.level
    )
    select level, period_id as "periodId", kind, a, b, restricted, count(*)::int as events, sum(people)::int as people, sum(women)::int as women from met group by 1, 2, 3, 4, 5, 6
    union all select level, period_id, 'actionPoint', a, b, restricted, count(*)::int, 0, 0 from common group by 1, 2, 4, 5, 6`);
}
