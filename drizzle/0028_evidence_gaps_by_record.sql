-- The same answers, record by record through the indexes: the first wording read all evidence and all minutes of every project each time.
create or replace view evidence_gaps as
  select a.id as activity_id, a.project_id, n.requirement, (a.implementation = 'completed' or a.review_state = 'submitted') and a.implementation <> 'cancelled' as asked
  from activities a
  join (values ('training', 'agenda'), ('training', 'signed_list'), ('equipment', 'certificate'), ('meeting', 'minutes')) n (kind, requirement) on n.kind = a.kind
  where not exists (
    select 1 from evidence e where e.activity_id = a.id and e.kind = n.requirement and e.removed_at is null
    union all select 1 from evidence_waivers w where w.activity_id = a.id and w.requirement = n.requirement
    union all select 1 from signed_hand_overs s where s.activity_id = a.id and n.requirement = 'certificate'
    union all select 1 from meetings m where m.activity_id = a.id and m.minutes is not null and n.requirement = 'minutes');
