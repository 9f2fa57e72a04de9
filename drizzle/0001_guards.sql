-- What drizzle cannot say: extensions, exclusion of overlapping periods, search indexes, and the tables that only ever grow.
create extension if not exists pg_trgm;--> statement-breakpoint
create extension if not exists unaccent;--> statement-breakpoint
create extension if not exists btree_gist;--> statement-breakpoint

-- unaccent() is only STABLE because its dictionary can change; ours does not, and an index needs IMMUTABLE.
create function search_text(value text) returns text language sql immutable parallel safe strict
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, value)) $$;--> statement-breakpoint
create index activities_search_idx on activities using gin (search_text(title || ' ' || reference) gin_trgm_ops);--> statement-breakpoint
create index people_search_idx on people using gin (search_text(given_name || ' ' || family_name) gin_trgm_ops);--> statement-breakpoint

alter table reporting_periods add constraint reporting_periods_no_overlap
  exclude using gist (project_id with =, daterange(from_date, to_date, '[]') with &&);--> statement-breakpoint
create unique index institution_names_current_key on institution_names (institution_id, language) where valid_to is null;--> statement-breakpoint

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'insufficient_privilege';
end $$;--> statement-breakpoint
create trigger audit_log_append_only before update or delete on audit_log for each row execute function refuse_change();--> statement-breakpoint
create trigger audit_log_no_truncate before truncate on audit_log for each statement execute function refuse_change();--> statement-breakpoint
create trigger report_versions_append_only before update or delete on report_versions for each row execute function refuse_change();--> statement-breakpoint
create trigger report_versions_no_truncate before truncate on report_versions for each statement execute function refuse_change();--> statement-breakpoint
create trigger reviews_append_only before update or delete on reviews for each row execute function refuse_change();--> statement-breakpoint
create trigger reviews_no_truncate before truncate on reviews for each statement execute function refuse_change();--> statement-breakpoint
create trigger reading_reviews_append_only before update or delete on reading_reviews for each row execute function refuse_change();--> statement-breakpoint
create trigger frozen_cells_append_only before update or delete on frozen_cells for each row execute function refuse_change();--> statement-breakpoint
create trigger end_use_checks_append_only before update or delete on end_use_checks for each row execute function refuse_change();--> statement-breakpoint
-- On a server with one role the trigger is joined by the privilege itself: the role takes it from itself.
revoke update, delete, truncate on audit_log, report_versions, reviews, reading_reviews, frozen_cells from public, current_user;
