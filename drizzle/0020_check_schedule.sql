-- When each item on an approved, completed hand-over is to be checked next, and what its latest end-use check found (DOMAIN §1). The only place where this is decided.
-- due_on: the first date of the project's months after the hand-over that no check has answered; a check answers the next open date, and every date already past.
-- Nothing is due, and nothing found wrong stays open, once no piece is out any more: returned to the project, lost or disposed of.
create view check_schedule as
  select e.id as item_id, e.project_id, h.recipient_institution_id, a.on_date as handed_over_on, o.held, k.checked_on, k.in_use, k.condition, k.location,
    coalesce(o.held and (not k.in_use or k.condition in ('damaged', 'not_found')), false) as failed,
    case when o.held then (
      select (a.on_date + make_interval(months => m))::date from unnest(p.check_months) m order by m
      offset coalesce(n.answered, 0) limit 1) end as due_on
  from equipment_items e
  join activities a on a.id = e.activity_id and a.review_state = 'approved' and a.implementation = 'completed' and a.on_date is not null
  join hand_overs h on h.activity_id = a.id
  join projects p on p.id = e.project_id
  cross join lateral (select exists (select from custody c where c.item_id = e.id and c.remaining > 0 and c.institution_id is not null and c.kind not in ('loss', 'disposal')) as held) o
  left join lateral (
    select c.checked_on, c.in_use, c.condition, c.location from end_use_checks c where c.item_id = e.id order by c.checked_on desc, c.recorded_at desc, c.id desc limit 1) k on true
  -- In order of their days each check answers one date more, or all dates up to its day where those are more: seen from the end, its dates past and the checks from it on.
  left join lateral (
    select max(greatest(c.later, c.past + c.later - 1)) as answered from (
      select row_number() over (order by checked_on desc, id desc) as later, (select count(*) from unnest(p.check_months) m where a.on_date + make_interval(months => m) <= checked_on) as past
      from end_use_checks where item_id = e.id) c) n on true;
