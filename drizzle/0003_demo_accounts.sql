-- The password of the demo accounts is known to everybody: only the embedded server, which has the role capacity_embedded, may hold them.
create function demo_account_refused(address text) returns boolean language sql stable
  as $$ select lower(address) in ('admin@example.org', 'manager@example.org', 'reviewer@example.org', 'staff@example.org', 'donor@example.org')
    and not exists (select from pg_roles where rolname = 'capacity_embedded') $$;--> statement-breakpoint
create function refuse_demo_account() returns trigger language plpgsql as $$
begin
  if demo_account_refused(new.email) then
    raise exception 'demo accounts exist on the embedded database only: % refused', new.email using errcode = 'check_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger users_no_demo_account before insert or update of email on users for each row execute function refuse_demo_account();
