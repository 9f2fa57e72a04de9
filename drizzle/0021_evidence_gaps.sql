-- What proof an activity still lacks: needed for its kind, not attached, not waived, and not given in another way (minutes written in the record, a hand-over signed
-- on screen or by link). The only place where this is decided; which kind needs what is also told by lib/review/rules, and a test holds both together.
-- asked: it has happened or was handed in, so that the gap is somebody's task; a draft of what is planned lacks it, too, but nobody is reminded.
create view evidence_gaps as
  select a.id as activity_id, a.project_id, n.requirement, (a.implementation = 'completed' or a.review_state = 'submitted') and a.implementation <> 'cancelled' as asked
  from activities a
  join (values ('training', 'agenda'), ('training', 'signed_list'), ('equipment', 'certificate'), ('meeting', 'minutes')) n (kind, requirement) on n.kind = a.kind
  where not exists (select from evidence e where e.activity_id = a.id and e.kind = n.requirement and e.removed_at is null)
    and not exists (select from evidence_waivers w where w.activity_id = a.id and w.requirement = n.requirement)
    and not (n.requirement = 'certificate' and exists (select from signed_hand_overs s where s.activity_id = a.id))
    and not (n.requirement = 'minutes' and exists (select from meetings m where m.activity_id = a.id and m.minutes is not null));
