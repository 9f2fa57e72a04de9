import 'server-only';
import { sql } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import type { ReportFacts } from '../rules/facts';

/**
 * All that a report is made of, in one statement; null where there is no such report in the project. Lives beside the mutations because an issue
 * reads it inside its own transaction; queries use it too. Names no person, venue or file: they are not even read.
 */
export async function loadReportFacts(reader: Reader, projectId: string, reportId: string): Promise<ReportFacts | null> {
  const [row] = await reader.execute<{ facts: ReportFacts }>(sql`
    with report as (
      select r.*, p.from_date, p.to_date from reports r join reporting_periods p on p.id = r.period_id where r.id = ${reportId} and r.project_id = ${projectId}
    ), spans as (
      select p.* from reporting_periods p, report r where p.project_id = r.project_id and p.to_date <= r.to_date
    ), counted as (
      select distinct c.activity_id from rollup_records c, report r where c.project_id = r.project_id and c.indicator_id is null and c.scope = 'period' and c.period_id = r.period_id
        and c.measure in ('trainings.delivered', 'meetings.held', 'equipment.handedOver')
    ), handed as (
      select c.activity_id, c.period_id = r.period_id as now from rollup_records c, report r where c.project_id = r.project_id and c.indicator_id is null and c.scope = 'period'
        and c.measure = 'equipment.handedOver' and c.period_id in (select id from spans)
    )
    select json_build_object(
      'report', json_build_object('id', r.id, 'title', r.title, 'kind', r.kind, 'language', r.language, 'version', r.version, 'createdAt', r.created_at, 'updatedAt', r.updated_at, 'createdBy', r.created_by),
      'project', ${project},
      'asOf', (select s.as_of from rollup_states s where s.project_id = r.project_id),
      'periods', (select json_agg(json_build_object('id', p.id, 'name', p.name, 'from', p.from_date, 'to', p.to_date, 'closed', p.closed_at is not null, 'frozen', p.frozen_at is not null) order by p.from_date) from spans p),
      'texts', (select coalesce(json_object_agg(s.key, s.body), '{}') from report_sections s where s.report_id = r.id),
      'results', (select coalesce(json_agg(json_build_object('id', x.id, 'parentId', x.parent_id, 'level', x.level, 'code', x.code, 'statement', x.statement, 'position', x.position)), '[]')
        from results x where x.project_id = r.project_id),
      'indicators', (select coalesce(json_agg(json_build_object('id', i.id, 'resultId', i.result_id, 'code', i.code, 'statement', i.statement, 'unit', i.unit, 'method', i.method, 'measure', i.measure,
          'filter', i.filter, 'aggregation', i.aggregation, 'direction', i.direction, 'baseline', i.baseline::float8, 'baselineYear', i.baseline_year, 'target', i.target::float8, 'position', i.position) order by i.position, i.code), '[]')
        from indicators i where i.project_id = r.project_id),
      'milestones', (select coalesce(json_agg(json_build_object('indicatorId', m.indicator_id, 'periodId', m.period_id, 'value', m.value::float8)), '[]') from milestones m where m.project_id = r.project_id),
      'cells', (select coalesce(json_agg(json_build_object('measure', c.measure, 'indicatorId', c.indicator_id, 'periodId', c.period_id, 'institutionId', c.institution_id, 'sex', c.sex,
          'numerator', c.numerator::float8, 'denominator', c.denominator::float8)), '[]')
        from rollup_cells c where c.project_id = r.project_id and c.scope = 'period' and c.period_id in (select id from spans)),
      'frozen', (select coalesce(json_agg(f), '[]') from (select measure, indicator_id as "indicatorId", period_id as "periodId", sum(numerator)::float8 as numerator, sum(denominator)::float8 as denominator
        from frozen_cells where project_id = r.project_id and period_id in (select id from spans) group by 1, 2, 3) f),
      'readings', (select coalesce(json_agg(json_build_object('indicatorId', d.indicator_id, 'periodId', d.period_id, 'value', d.value::float8)), '[]')
        from readings d where d.project_id = r.project_id and d.review_state = 'approved' and d.value is not null and d.period_id in (select id from spans)),
      'issued', (select coalesce(json_agg(json_build_object('periodId', v.period_id, 'matrix', v.content -> 'matrix', 'headline', v.content -> 'headline', 'restatements', v.content -> 'restatements')), '[]')
        from (select distinct on (o.period_id) o.period_id, w.content::jsonb as content from report_versions w join reports o on o.id = w.report_id
          where w.project_id = r.project_id and o.period_id in (select id from spans) and o.period_id <> r.period_id order by o.period_id, w.issued_at desc, w.number desc) v),
      'institutions', ${institutions},
      'equipmentItems', (select coalesce(json_agg(v order by v.category), '[]') from (select e.category, coalesce(sum(e.handed_quantity) filter (where h.now), 0)::int as period, sum(e.handed_quantity)::int as cumulative,
          coalesce(sum(e.handed_value_usd), 0)::float8 as "valueUsd", coalesce(sum(e.handed_quantity) filter (where e.value_usd is null), 0)::int as unvalued from handed h join equipment_items e on e.activity_id = h.activity_id group by e.category) v),
      'equipmentValues', (select coalesce(json_agg(v order by v.currency), '[]') from (select e.currency, coalesce(sum(e.handed_value) filter (where h.now), 0)::float8 as period, sum(e.handed_value)::float8 as cumulative,
          sum(e.handed_quantity)::int as items, coalesce(sum(e.handed_quantity) filter (where e.value_usd is null), 0)::int as unrated
        from handed h join equipment_items e on e.activity_id = h.activity_id where e.value is not null group by e.currency) v),
      'unvaluedItems', (select coalesce(sum(e.handed_quantity), 0)::int from handed h join equipment_items e on e.activity_id = h.activity_id where e.value_usd is null),
      'activities', ${activities},
      'outsidePeriods', (select count(distinct c.activity_id)::int from rollup_records c join activities a on a.id = c.activity_id
        where c.project_id = r.project_id and c.indicator_id is null and c.scope = 'outside' and a.on_date <= r.to_date),
      'evidence', (select coalesce(json_agg(v order by v.kind), '[]') from (select e.kind, count(*)::int as files, count(distinct e.activity_id)::int as activities
        from evidence e where e.activity_id in (select activity_id from counted) and e.removed_at is null group by e.kind) v)
    ) as facts from report r`);
  return row?.facts ?? null;
}

const project = sql`(select json_build_object('projectsId', p.projects_id, 'primaId', p.prima_id, 'title', p.title, 'status', p.status, 'type', p.type, 'budgetUsd', p.budget_usd::float8, 'coverage', p.coverage,
    'year', p.year, 'startDate', p.start_date, 'endDate', p.end_date, 'idfRegion', p.idf_region, 'benefitingMemberStates', p.benefiting_member_states, 'donor', p.donor, 'implementer', p.implementer,
    'attendanceThreshold', p.attendance_threshold::float8, 'suppressionMinimum', p.suppression_minimum, 'illustrative', p.illustrative, 'levelTemplate', p.level_template)
  from projects p where p.id = r.project_id)`;

// In the document's language, English where it lacks one; only current names.
const institutions = sql`(select coalesce(json_agg(json_build_object('id', i.id, 'parentId', i.parent_id, 'position', 0, 'name', coalesce(
      (select n.name from institution_names n where n.institution_id = i.id and n.valid_to is null and n.language in (r.language, 'en') order by n.language = r.language desc limit 1), i.abbreviation, '')) order by i.id), '[]')
  from institutions i)`;

// Neither titles of hand-overs nor of restricted meetings leave the project; a place is a town.
const activities = sql`(select coalesce(json_agg(json_build_object('kind', a.kind, 'type', coalesce(t.type, m.type), 'month', to_char(a.on_date, 'YYYY-MM'), 'place', l.name,
      'title', case when a.kind = 'equipment' or coalesce(m.restricted, false) then null else a.title end,
      'institutions', case when a.kind = 'equipment' then (select count(h.recipient_institution_id)::int from hand_overs h where h.activity_id = a.id) else (select count(distinct x.institution_id)::int from (
          select q.institution_id from participants q where q.activity_id = a.id and exists (select 1 from attendance s where s.participant_id = q.id)
          union select h.institution_id from headcounts h where h.activity_id = a.id) x) end,
      'participants', case a.kind when 'equipment' then null
        when 'training' then (select coalesce(sum(c.numerator), 0)::float8 from rollup_records c where c.activity_id = a.id and c.indicator_id is null and c.measure in ('people.participations', 'people.unnamed'))
        else (select count(*) from participants q where q.activity_id = a.id and exists (select 1 from attendance s where s.participant_id = q.id))
          + (select coalesce(sum(h.count), 0)::int from headcounts h where h.activity_id = a.id) end,
      'items', case when a.kind = 'equipment' then (select coalesce(sum(c.numerator), 0)::float8 from rollup_records c where c.activity_id = a.id and c.indicator_id is null and c.measure = 'equipment.handedOver') end)
    order by a.on_date, a.id), '[]')
  from activities a left join trainings t on t.activity_id = a.id left join meetings m on m.activity_id = a.id left join places l on l.id = a.place_id
  where a.id in (select activity_id from counted))`;
