ALTER TABLE "hand_overs" ADD COLUMN "names_erased_on" date;--> statement-breakpoint
CREATE INDEX "equipment_items_serial_idx" ON "equipment_items" USING btree (lower(serial_number)) WHERE serial_number is not null;--> statement-breakpoint
-- Signatures only grow, but for one thing: retention may empty who signed. Everything else must stay to the letter, the hash of what was signed above all.
create function refuse_all_but_erasure() returns trigger language plpgsql as $$
declare
  names constant text[] := array['signer_name', 'signer_post', 'on_behalf_of', 'reason', 'drawing', 'content'];
  parties constant text[] := array['hander', 'receiver', 'receiverPost'];
begin
  if to_jsonb(new) - names is distinct from to_jsonb(old) - names
    or new.content::jsonb - parties is distinct from old.content::jsonb - parties or jsonb_strip_nulls(new.content::jsonb) ?| parties
    or new.signer_name <> '' or new.signer_post is not null or new.on_behalf_of is not null or new.reason is not null or new.drawing is not null then
    raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;--> statement-breakpoint
drop trigger hand_over_signatures_append_only on hand_over_signatures;--> statement-breakpoint
create trigger hand_over_signatures_append_only before delete on hand_over_signatures for each row execute function refuse_change();--> statement-breakpoint
create trigger hand_over_signatures_only_erased before update on hand_over_signatures for each row execute function refuse_all_but_erasure();--> statement-breakpoint
-- The app's own role may update no signature at all; this is its one way, with the owner's right.
grant update on hand_over_signatures to current_user;--> statement-breakpoint
create function erase_signer_names(hand_over uuid) returns setof uuid language sql security definer set search_path = public, pg_temp as $$
  update hand_over_signatures set signer_name = '', signer_post = null, on_behalf_of = null, reason = null, drawing = null,
    content = (content::jsonb || '{"hander": null, "receiver": null, "receiverPost": null}')::text
  where activity_id = hand_over and (signer_name <> '' or signer_post is not null or on_behalf_of is not null or drawing is not null) returning id
$$;
