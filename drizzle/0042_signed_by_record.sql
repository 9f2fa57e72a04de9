CREATE INDEX "activities_open_idx" ON "activities" USING btree ("project_id","review_state","created_at") WHERE "activities"."review_state" in ('draft', 'submitted');--> statement-breakpoint
-- The same answers as from drizzle/0008, hand-over by hand-over through the indexes: the first wording read the certificates of every project each time.
create or replace view signed_hand_overs as
  select h.activity_id from hand_overs h
  where exists (select from evidence e where e.activity_id = h.activity_id and e.kind = 'certificate' and e.removed_at is null)
    or exists (select from hand_over_signatures s where s.activity_id = h.activity_id and s.party = 'receiver' and s.content_sha = h.content_sha);
