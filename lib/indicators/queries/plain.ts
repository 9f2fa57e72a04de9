import 'server-only';
import { sql } from 'drizzle-orm';
import type { Reader } from '@/db/client';

// A post of that day in the unit of the training or below it.
const inPostOn = (day: 'day6' | 'day12') => sql.raw(`exists (select from person_posts h join below b on b.id = h.institution_id and b.top = f.institution_id
  where h.person_id = f.person_id and coalesce(h.from_date, '-infinity') <= f.${day} and coalesce(h.to_date, 'infinity') >= f.${day})`);

/**
 * The main measures of a project on a day as plain aggregates over its records, written from DOMAIN §2 without the counting module:
 * 'total <measure> numerator' or 'denominator' → number.
 */
export async function plainAggregates(reader: Reader, projectId: string, asOf: string): Promise<Map<string, number>> {
  const rows = await reader.execute<{ measure: string; n: number | null; d: number | null }>(sql`
    with recursive below as (select id as top, id from institutions union all select b.top, i.id from below b join institutions i on i.parent_id = b.id),
    project as (select attendance_threshold as threshold from projects where id = ${projectId}),
    counted as (select a.* from activities a where a.project_id = ${projectId} and a.review_state = 'approved' and a.implementation = 'completed' and a.on_date <= ${asOf}),
    trainee as (
      select r.person_id, r.activity_id, r.institution_id, c.on_date, r.pre_score, r.post_score, p.sex, (select count(*) from attendance t where t.participant_id = r.id) as present,
        (select count(*) from sessions s where s.activity_id = r.activity_id) as sessions
      from participants r join counted c on c.id = r.activity_id and c.kind = 'training' join people p on p.id = r.person_id where r.role = 'trainee'
    ), trained as (select trainee.* from trainee, project where sessions > 0 and present >= threshold * sessions),
    first as (
      select distinct on (person_id) person_id, institution_id, (on_date + interval '6 months')::date as day6, (on_date + interval '12 months')::date as day12
      from trained order by person_id, on_date, activity_id
    ), posted as (select f.* from first f where institution_id is not null and exists (select from person_posts h where h.person_id = f.person_id)),
    stayed as (
      select day6, day12, ${inPostOn('day6')} and day6 <= ${asOf} as stayed6, ${inPostOn('day12')} and day12 <= ${asOf} as stayed12 from posted f
    ), item as (
      select e.id, e.quantity - e.short_quantity - e.damaged_quantity as quantity, e.value * e.usd_rate * (e.quantity - e.short_quantity - e.damaged_quantity) / e.quantity as usd from equipment_items e join counted c on c.id = e.activity_id
      where exists (select from signed_hand_overs v where v.activity_id = c.id)
    ), checked as (
      select i.quantity, k.in_use from item i
      cross join lateral (select in_use from end_use_checks k where k.item_id = i.id and k.checked_on <= ${asOf} order by checked_on desc, recorded_at desc, id desc limit 1) k
    ), invited as (
      select c.id, i.institution_id, coalesce(e.count, 0) as asked, count(r.id) as named, count(r.id) filter (where exists (select from attendance t where t.participant_id = r.id)) as here,
        (select coalesce(sum(h.count), 0) from headcounts h where h.activity_id = c.id and h.institution_id = i.institution_id) as unnamed
      from counted c join lateral (select institution_id from participants where activity_id = c.id union select institution_id from expected_attendance where activity_id = c.id) i on true
      left join expected_attendance e on e.activity_id = c.id and e.institution_id = i.institution_id left join participants r on r.activity_id = c.id and r.institution_id is not distinct from i.institution_id
      where c.kind = 'meeting' and i.institution_id not in (select b.id from below b join project_institutions l on l.institution_id = b.top where l.project_id = ${projectId} and l.role = 'implementer') is not false group by 1, 2, 3
    ), due as (
      select p.* from action_points p left join counted c on c.id = p.activity_id
      where p.project_id = ${projectId} and p.first_due_date <= ${asOf} and p.status <> 'dropped' and (p.activity_id is null or c.id is not null)
    )
    select 'trainings.delivered' as measure, count(*)::float8 as n, null::float8 as d from counted where kind = 'training'
    union all select 'meetings.held', count(*), null from counted where kind = 'meeting'
    union all select 'people.uniqueTrained', count(distinct person_id), null from trained
    union all select 'people.womenTrained.share', count(distinct person_id) filter (where sex = 'female'), count(distinct person_id) from trained
    union all select 'people.participations', count(*), null from trained
    union all select 'people.attendances', sum(present), null from trainee
    union all select 'people.unnamed', sum(h.count), null from headcounts h join counted c on c.id = h.activity_id and c.kind = 'training'
    union all select 'people.inPostAt6.share', count(*) filter (where stayed6), count(*) filter (where day6 <= ${asOf}) from stayed
    union all select 'people.inPostAt12.share', count(*) filter (where stayed12), count(*) filter (where day12 <= ${asOf}) from stayed
    union all select 'scores.gained20.share', count(*) filter (where post_score - pre_score >= 20), count(*) from trained where pre_score is not null and post_score is not null
    union all select 'equipment.handedOver', sum(quantity), null from item
    union all select 'equipment.valueHandedOver', sum(round(usd, 2)), coalesce(sum(quantity) filter (where usd is null), 0) from item
    union all select 'equipment.inUse.share', sum(quantity) filter (where in_use), sum(quantity) from checked
    union all select 'meetings.participation.share', sum(here + least(unnamed, greatest(0, asked - named))), sum(greatest(asked, named)) from invited
    union all select 'decisions.implemented.share', count(*) filter (where d.state = 'implemented' and d.settled_on <= ${asOf}), count(*) from decisions d join counted c on c.id = d.activity_id
      where not (d.state = 'dropped' and d.settled_on <= ${asOf})
    union all select 'actionPoints.onTime.share', count(*) filter (where done_on <= first_due_date), count(*) from due`);
  const amount = (measure: string, part: string, value: number | null): [string, number][] => (value === null ? [] : [[`total ${measure} ${part}`, Number(value)]]);
  return new Map(rows.flatMap(({ measure, n, d }) => [...amount(measure, 'numerator', n ?? 0), ...amount(measure, 'denominator', d)]));
}
