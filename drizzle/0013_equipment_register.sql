CREATE TABLE "budget_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	"approved_quantity" integer,
	"approved_amount" numeric(14, 2) NOT NULL,
	"currency" text NOT NULL,
	"usd_rate" numeric(14, 6) NOT NULL,
	"approved_usd" numeric(14, 2) GENERATED ALWAYS AS (round("approved_amount" * "usd_rate", 2)) STORED,
	"difference_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "budget_lines_same_project" UNIQUE("project_id","id"),
	CONSTRAINT "budget_lines_currency" CHECK ("currency" in ('USD', 'EUR', 'CHF', 'GBP', 'NOK', 'SEK', 'BAM', 'ALL', 'RSD', 'MKD')),
	CONSTRAINT "budget_lines_amounts" CHECK ("budget_lines"."approved_amount" >= 0 and "budget_lines"."usd_rate" > 0 and "budget_lines"."approved_quantity" > 0),
	CONSTRAINT "budget_lines_length" CHECK (char_length("code") <= 40 and char_length("description") <= 300 and char_length("difference_reason") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "custody" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"previous_id" uuid,
	"kind" text NOT NULL,
	"quantity" integer NOT NULL,
	"remaining" integer NOT NULL,
	"since" date NOT NULL,
	"institution_id" uuid,
	"person_id" uuid,
	"due_back" date,
	"reason" text,
	"activity_id" uuid,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "custody_same_item" UNIQUE("item_id","id"),
	CONSTRAINT "custody_kind" CHECK ("kind" in ('received', 'handed_over', 'transfer', 'loan', 'return', 'damage', 'repair', 'loss', 'disposal')),
	CONSTRAINT "custody_begins" CHECK (("custody"."previous_id" is null) = ("custody"."kind" = 'received')),
	CONSTRAINT "custody_quantity" CHECK ("custody"."quantity" > 0),
	CONSTRAINT "custody_remaining" CHECK ("custody"."remaining" between 0 and "custody"."quantity"),
	CONSTRAINT "custody_due_back" CHECK ("custody"."due_back" is null or ("custody"."kind" = 'loan' and "custody"."due_back" >= "custody"."since")),
	CONSTRAINT "custody_length" CHECK (char_length("reason") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "custody_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"custody_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "custody_files_size" CHECK ("custody_files"."size" > 0),
	CONSTRAINT "custody_files_sha" CHECK ("custody_files"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "custody_files_length" CHECK (char_length("file_name") <= 255 and char_length("media_type") <= 100)
);
--> statement-breakpoint
ALTER TABLE "equipment_items" ADD CONSTRAINT "equipment_items_same_project" UNIQUE("project_id","id");--> statement-breakpoint
ALTER TABLE "equipment_items" DROP CONSTRAINT "equipment_items_length";--> statement-breakpoint
ALTER TABLE "hand_overs" DROP CONSTRAINT "hand_overs_length";--> statement-breakpoint
ALTER TABLE "equipment_items" ADD COLUMN "delivered_on" date;--> statement-breakpoint
ALTER TABLE "equipment_items" ADD COLUMN "budget_line_id" uuid;--> statement-breakpoint
ALTER TABLE "equipment_items" ADD COLUMN "result_id" uuid;--> statement-breakpoint
ALTER TABLE "equipment_items" ADD COLUMN "required_topic" text;--> statement-breakpoint
ALTER TABLE "equipment_items" ADD COLUMN "tag_number" integer GENERATED ALWAYS AS (coalesce(substring("asset_tag" from '[0-9]{1,9}$'), '0')::int) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "equipment_items" ADD COLUMN "registered" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "equipment_items" ADD COLUMN "short_quantity" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "equipment_items" ADD COLUMN "damaged_quantity" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "equipment_items" ADD COLUMN "surplus_quantity" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "equipment_items" ADD COLUMN "acceptance_note" text;--> statement-breakpoint
ALTER TABLE "equipment_items" ADD COLUMN "handed_quantity" integer GENERATED ALWAYS AS (("quantity" - "short_quantity" - "damaged_quantity")) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "equipment_items" ADD COLUMN "handed_value" numeric(14, 2) GENERATED ALWAYS AS (round("value" * ("quantity" - "short_quantity" - "damaged_quantity") / "quantity", 2)) STORED;--> statement-breakpoint
ALTER TABLE "equipment_items" ADD COLUMN "handed_value_usd" numeric(14, 2) GENERATED ALWAYS AS (round("value" * "usd_rate" * ("quantity" - "short_quantity" - "damaged_quantity") / "quantity", 2)) STORED;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD COLUMN "on_behalf_of" text;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD COLUMN "on_behalf_reason" text;--> statement-breakpoint
ALTER TABLE "budget_lines" ADD CONSTRAINT "budget_lines_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custody" ADD CONSTRAINT "custody_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custody" ADD CONSTRAINT "custody_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custody" ADD CONSTRAINT "custody_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custody" ADD CONSTRAINT "custody_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custody" ADD CONSTRAINT "custody_item_fk" FOREIGN KEY ("project_id","item_id") REFERENCES "public"."equipment_items"("project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custody" ADD CONSTRAINT "custody_previous_fk" FOREIGN KEY ("item_id","previous_id") REFERENCES "public"."custody"("item_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custody_files" ADD CONSTRAINT "custody_files_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custody_files" ADD CONSTRAINT "custody_files_custody_id_custody_id_fk" FOREIGN KEY ("custody_id") REFERENCES "public"."custody"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custody_files" ADD CONSTRAINT "custody_files_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "budget_lines_code_key" ON "budget_lines" USING btree ("project_id",lower(code));--> statement-breakpoint
CREATE UNIQUE INDEX "custody_one_receipt" ON "custody" USING btree ("item_id") WHERE previous_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "custody_one_hand_over" ON "custody" USING btree ("item_id") WHERE kind = 'handed_over';--> statement-breakpoint
CREATE INDEX "custody_previous_idx" ON "custody" USING btree ("previous_id");--> statement-breakpoint
CREATE INDEX "custody_item_idx" ON "custody" USING btree ("item_id","since");--> statement-breakpoint
CREATE INDEX "custody_held_idx" ON "custody" USING btree ("project_id","institution_id") WHERE remaining > 0;--> statement-breakpoint
CREATE INDEX "custody_institution_idx" ON "custody" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "custody_person_idx" ON "custody" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "custody_activity_idx" ON "custody" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "custody_recorded_by_idx" ON "custody" USING btree ("recorded_by");--> statement-breakpoint
CREATE INDEX "custody_files_custody_idx" ON "custody_files" USING btree ("custody_id");--> statement-breakpoint
CREATE INDEX "custody_files_project_idx" ON "custody_files" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "custody_files_sha_idx" ON "custody_files" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "custody_files_uploaded_by_idx" ON "custody_files" USING btree ("uploaded_by");--> statement-breakpoint
ALTER TABLE "equipment_items" ADD CONSTRAINT "equipment_items_budget_line_fk" FOREIGN KEY ("project_id","budget_line_id") REFERENCES "public"."budget_lines"("project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equipment_items" ADD CONSTRAINT "equipment_items_result_fk" FOREIGN KEY ("project_id","result_id") REFERENCES "public"."results"("project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "equipment_items_tag_order_idx" ON "equipment_items" USING btree ("project_id","tag_number","id");--> statement-breakpoint
CREATE INDEX "equipment_items_description_idx" ON "equipment_items" USING btree ("project_id",(lower("description") collate "sr-Latn-x-icu"),"id");--> statement-breakpoint
CREATE INDEX "equipment_items_value_idx" ON "equipment_items" USING btree ("project_id",coalesce(value_usd, -1),"id");--> statement-breakpoint
CREATE INDEX "equipment_items_budget_idx" ON "equipment_items" USING btree ("budget_line_id");--> statement-breakpoint
CREATE INDEX "equipment_items_result_idx" ON "equipment_items" USING btree ("result_id");--> statement-breakpoint
ALTER TABLE "equipment_items" ADD CONSTRAINT "equipment_items_acceptance" CHECK ("equipment_items"."short_quantity" >= 0 and "equipment_items"."damaged_quantity" >= 0 and "equipment_items"."surplus_quantity" >= 0 and "equipment_items"."short_quantity" + "equipment_items"."damaged_quantity" <= "equipment_items"."quantity");--> statement-breakpoint
ALTER TABLE "equipment_items" ADD CONSTRAINT "equipment_items_acceptance_note" CHECK ("equipment_items"."short_quantity" + "equipment_items"."damaged_quantity" + "equipment_items"."surplus_quantity" = 0 or "equipment_items"."acceptance_note" is not null);--> statement-breakpoint
ALTER TABLE "equipment_items" ADD CONSTRAINT "equipment_items_length" CHECK (char_length("description") <= 300 and char_length("make") <= 100 and char_length("model") <= 100 and char_length("serial_number") <= 100 and char_length("supplier") <= 200 and char_length("order_number") <= 100 and char_length("asset_tag") <= 40 and char_length("required_topic") <= 120 and char_length("acceptance_note") <= 1000);--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_on_behalf" CHECK (("hand_overs"."on_behalf_of" is null) = ("hand_overs"."on_behalf_reason" is null));--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_length" CHECK (char_length("hander") <= 200 and char_length("receiver") <= 200 and char_length("receiver_post") <= 200 and char_length("terms") <= 4000 and char_length("on_behalf_of") <= 200 and char_length("on_behalf_reason") <= 1000 and char_length("verification_code") <= 20 and char_length("content_sha") <= 64);--> statement-breakpoint
create index equipment_items_search_idx on equipment_items using gin (search_text(asset_tag || ' ' || description || ' ' || coalesce(make, '') || ' ' || coalesce(model, '') || ' ' || coalesce(serial_number, '')) gin_trgm_ops);--> statement-breakpoint

-- Custody can neither gap nor overlap: what a new row holds is taken from the row before it, in the same statement, and no row can give more than it has.
create function custody_arrives() returns trigger language plpgsql as $$
declare
  begun date;
  pieces integer;
begin
  new.remaining := new.quantity;
  if new.previous_id is null then
    select quantity into pieces from equipment_items where id = new.item_id for update;
    if pieces <> new.quantity then
      raise exception 'a receipt holds the whole item' using errcode = 'check_violation', constraint = 'custody_receipt';
    end if;
    return new;
  end if;
  update custody set remaining = remaining - new.quantity where id = new.previous_id returning since into begun;
  if new.since < begun then
    raise exception 'custody passes on no earlier than it began' using errcode = 'check_violation', constraint = 'custody_order';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger custody_arrives before insert on custody for each row execute function custody_arrives();--> statement-breakpoint

-- A receipt and a hand-over follow the records they rest on; every other row stays as it was recorded.
create function custody_follows() returns trigger language plpgsql as $$
declare
  pieces integer;
begin
  if old.kind not in ('received', 'handed_over') or new.kind <> old.kind or new.item_id <> old.item_id or new.previous_id is distinct from old.previous_id then
    raise exception 'custody is append-only: update refused' using errcode = 'insufficient_privilege';
  end if;
  if new.quantity <> old.quantity then
    select quantity into pieces from equipment_items where id = new.item_id;
    if new.previous_id is null and pieces <> new.quantity then
      raise exception 'a receipt holds the whole item' using errcode = 'check_violation', constraint = 'custody_receipt';
    end if;
    new.remaining := old.remaining + new.quantity - old.quantity;
    update custody set remaining = remaining - (new.quantity - old.quantity) where id = new.previous_id;
  end if;
  if new.since <> old.since and exists (select from custody c where (c.id = new.previous_id and c.since > new.since) or (c.previous_id = new.id and c.since < new.since)) then
    raise exception 'custody passes on no earlier than it began' using errcode = 'check_violation', constraint = 'custody_order';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger custody_follows before update of id, item_id, previous_id, kind, quantity, since, institution_id, due_back, reason, activity_id on custody for each row execute function custody_follows();--> statement-breakpoint
create function custody_kept() returns trigger language plpgsql as $$
begin
  raise exception 'what a custody row has left follows from what it passed on' using errcode = 'insufficient_privilege';
end $$;--> statement-breakpoint
create trigger custody_kept before update of remaining on custody for each row when (pg_trigger_depth() = 0) execute function custody_kept();--> statement-breakpoint
create function custody_leaves() returns trigger language plpgsql as $$
begin
  if old.kind not in ('received', 'handed_over') then
    raise exception 'custody is append-only: delete refused' using errcode = 'insufficient_privilege';
  end if;
  update custody set remaining = remaining + old.quantity where id = old.previous_id;
  return old;
end $$;--> statement-breakpoint
create trigger custody_leaves before delete on custody for each row execute function custody_leaves();--> statement-breakpoint
create trigger custody_no_truncate before truncate on custody for each statement execute function custody_kept();--> statement-breakpoint
create trigger custody_files_append_only before update or delete on custody_files for each row execute function refuse_change();--> statement-breakpoint
-- The receipt holds as many pieces as the item has; fewer than have passed on already is refused by custody_remaining.
create function custody_counts() returns trigger language plpgsql as $$
begin
  update custody set quantity = new.quantity where item_id = new.id and previous_id is null;
  return null;
end $$;--> statement-breakpoint
create trigger custody_counts after update of quantity on equipment_items for each row when (old.quantity <> new.quantity) execute function custody_counts();--> statement-breakpoint

-- Items of hand-overs approved before there was a chain: received and handed over on the day of the hand-over.
create function pg_temp.uuid7() returns uuid language sql volatile as $$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$$;--> statement-breakpoint
insert into custody (id, project_id, item_id, kind, quantity, remaining, since)
  select pg_temp.uuid7(), e.project_id, e.id, 'received', e.quantity, e.quantity, a.on_date
  from equipment_items e join activities a on a.id = e.activity_id where a.review_state = 'approved' and a.on_date is not null;--> statement-breakpoint
insert into custody (id, project_id, item_id, previous_id, kind, quantity, remaining, since, institution_id, activity_id)
  select pg_temp.uuid7(), c.project_id, c.item_id, c.id, 'handed_over', c.quantity, c.quantity, c.since, h.recipient_institution_id, h.activity_id
  from custody c join equipment_items e on e.id = c.item_id join hand_overs h on h.activity_id = e.activity_id;
