ALTER TABLE "project_people" ADD COLUMN "family_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "project_people" ADD COLUMN "given_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "project_people" ADD COLUMN "search" text DEFAULT '' NOT NULL;--> statement-breakpoint
create function name_in_register() returns trigger language plpgsql as $$
declare known people;
begin
  select * into known from people where id = new.person_id;
  if found then
    new.family_name := known.family_name;
    new.given_name := known.given_name;
    new.search := search_text(known.given_name || ' ' || known.family_name);
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger project_people_named before insert or update on project_people for each row execute function name_in_register();--> statement-breakpoint
create function names_in_registers() returns trigger language plpgsql as $$
begin
  update project_people set family_name = new.family_name where person_id = new.id;
  return null;
end $$;--> statement-breakpoint
create trigger people_named after update of family_name, given_name on people for each row
  when (old.family_name is distinct from new.family_name or old.given_name is distinct from new.given_name) execute function names_in_registers();--> statement-breakpoint
update project_people set search = '';--> statement-breakpoint
CREATE INDEX "project_people_named_idx" ON "project_people" USING btree ("project_id",("family_name" collate "sr-Latn-x-icu"),("given_name" collate "sr-Latn-x-icu"),"person_id");
--> statement-breakpoint

-- Words are looked for in one project: with the project in the index, those of the others are not even read.
create extension if not exists btree_gin;--> statement-breakpoint
drop index activities_search_idx;--> statement-breakpoint
create index activities_search_idx on activities using gin (project_id, search_text(title || ' ' || reference) gin_trgm_ops);--> statement-breakpoint
drop index equipment_items_search_idx;--> statement-breakpoint
create index equipment_items_search_idx on equipment_items using gin (project_id, search_text(asset_tag || ' ' || description || ' ' || coalesce(make, '') || ' ' || coalesce(model, '') || ' ' || coalesce(serial_number, '')) gin_trgm_ops);
