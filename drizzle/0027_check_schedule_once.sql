-- The same answers with one look at the checks of an item instead of two, the months put in order once a project, and custody found by the item's own rows:
-- a register of tens of thousands of items is asked in one go.
create or replace view check_schedule as
  select e.id as item_id, e.project_id, h.recipient_institution_id, a.on_date as handed_over_on, o.held is not null as held, k.checked_on, k.in_use, k.condition, k.location,
    coalesce(o.held and (not k.in_use or k.condition in ('damaged', 'not_found')), false) as failed,
    case when o.held then (a.on_date + make_interval(months => s.months[(coalesce(k.answered, 0) + 1)::int]))::date end as due_on
  from projects p
  cross join lateral (select array_agg(m order by m) as months from unnest(p.check_months) m) s
  join equipment_items e on e.project_id = p.id
  join activities a on a.id = e.activity_id and a.review_state = 'approved' and a.implementation = 'completed' and a.on_date is not null
  join hand_overs h on h.activity_id = a.id
  left join lateral (select true as held from custody c where c.item_id = e.id and c.remaining > 0 and c.institution_id is not null and c.kind not in ('loss', 'disposal') limit 1) o on true
  -- In order of their days each check answers one date more, or all dates up to its day where those are more: seen from the end, its dates past and the checks from it on.
  cross join lateral (
    select max(greatest(later, past + later - 1)) as answered, max(checked_on) filter (where later = 1) as checked_on, bool_or(in_use) filter (where later = 1) as in_use,
      max(condition) filter (where later = 1) as condition, max(location) filter (where later = 1) as location
    from (
      select row_number() over (order by c.checked_on desc, c.recorded_at desc, c.id desc) as later,
        (select count(*) from unnest(s.months) m where a.on_date + make_interval(months => m) <= c.checked_on) as past, c.checked_on, c.in_use, c.condition, c.location
      from end_use_checks c where c.item_id = e.id) c) k;
