-- Whom of the register the rows of a list may mean: for each row the people who share a key with it, the most alike first. The planner cannot know how few
-- share a key and would compare every row with everybody, hence the setting, which holds inside this function only.
create function people_like(rows json, scope uuid[], most int) returns table (n int, person_id uuid) language plpgsql stable parallel safe
set enable_seqscan to off set jit to off as $$
declare
  r record;
begin
  for r in select i.n, name_keys(i.g, i.f) as keys from json_to_recordset(rows) as i(n int, g text, f text) loop
    -- Who bears the very name leaves nobody to guess at.
    return query
      select r.n, p.id from people p
      where p.match_keys && r.keys[1:1] and p.match_keys[1] = r.keys[1] and p.merged_into_id is null and p.anonymised_at is null
        and exists (select 1 from project_people k where k.person_id = p.id and k.project_id = any (scope))
      order by p.id limit most;
    continue when found;
    return query
      select r.n, c.id from (
        select p.id, p.match_keys[1] as whole from people p
        where p.match_keys && r.keys and similarity(p.match_keys[1], r.keys[1]) > 0.35 and p.merged_into_id is null and p.anonymised_at is null
          and exists (select 1 from project_people k where k.person_id = p.id and k.project_id = any (scope))) c
      order by similarity(c.whole, r.keys[1]) desc, c.id limit most;
  end loop;
end $$;--> statement-breakpoint
-- New keys go into the index at once: a list of pending ones would be read through for every row that is compared.
DROP INDEX "people_match_idx";--> statement-breakpoint
CREATE INDEX "people_match_idx" ON "people" USING gin ("match_keys") WITH (fastupdate=false);