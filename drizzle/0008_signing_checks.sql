-- Ten random bytes as Crockford's base 32, which a person types right (lib/reports/rules/code.ts); a uuid's fixed bits lie in bytes 6 and 8.
create function new_verification_code() returns text language sql volatile set search_path = pg_catalog as $$
  select substr(code, 1, 5) || '-' || substr(code, 6) from (
    select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + (get_byte(random.bytes, at) & 31), 1), '' order by at) as code
    from (select decode(replace(gen_random_uuid()::text, '-', ''), 'hex') as bytes) random, unnest(array[0, 1, 2, 3, 4, 5, 10, 11, 12, 13]) at) made
$$;--> statement-breakpoint
CREATE TABLE "check_photos" (
	"id" uuid PRIMARY KEY NOT NULL,
	"check_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"media_type" text NOT NULL,
	"size" bigint NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "check_photos_once" UNIQUE("check_id","sha256"),
	CONSTRAINT "check_photos_size" CHECK ("check_photos"."size" > 0 and "check_photos"."width" > 0 and "check_photos"."height" > 0),
	CONSTRAINT "check_photos_sha" CHECK ("check_photos"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "check_photos_length" CHECK (char_length("media_type") <= 100)
);
--> statement-breakpoint
CREATE TABLE "item_action_points" (
	"item_id" uuid NOT NULL,
	"action_point_id" uuid NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	CONSTRAINT "item_action_points_item_id_action_point_id_pk" PRIMARY KEY("item_id","action_point_id")
);
--> statement-breakpoint
CREATE TABLE "hand_over_signatures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"party" text NOT NULL,
	"way" text NOT NULL,
	"signer_name" text NOT NULL,
	"signer_post" text,
	"on_behalf_of" text,
	"reason" text,
	"statement" text NOT NULL,
	"drawing" "bytea",
	"content" text NOT NULL,
	"content_sha" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid,
	"link_id" uuid,
	CONSTRAINT "hand_over_signatures_party" CHECK ("party" in ('receiver', 'hander')),
	CONSTRAINT "hand_over_signatures_way" CHECK ("way" in ('screen', 'link')),
	CONSTRAINT "hand_over_signatures_behalf" CHECK (("hand_over_signatures"."on_behalf_of" is null) = ("hand_over_signatures"."reason" is null)),
	CONSTRAINT "hand_over_signatures_by" CHECK (("hand_over_signatures"."way" = 'link') = ("hand_over_signatures"."link_id" is not null) and ("hand_over_signatures"."way" = 'screen') = ("hand_over_signatures"."recorded_by" is not null)),
	CONSTRAINT "hand_over_signatures_drawing" CHECK (octet_length("hand_over_signatures"."drawing") <= 200000),
	CONSTRAINT "hand_over_signatures_sha" CHECK ("hand_over_signatures"."content_sha" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "hand_over_signatures_length" CHECK (char_length("signer_name") <= 200 and char_length("signer_post") <= 200 and char_length("on_behalf_of") <= 200 and char_length("reason") <= 1000 and char_length("statement") <= 1000)
);
--> statement-breakpoint
ALTER TABLE "hand_overs" DROP CONSTRAINT "hand_overs_length";--> statement-breakpoint
ALTER TABLE "access_links" DROP CONSTRAINT "access_links_purpose";--> statement-breakpoint
ALTER TABLE "projects" DROP CONSTRAINT "projects_length";--> statement-breakpoint
ALTER TABLE "hand_overs" ADD COLUMN "verification_code" text DEFAULT new_verification_code() NOT NULL;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD COLUMN "content_sha" text;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "check_months" integer[] DEFAULT '{3,6,12}'::int[] NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "label_owner" text;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "label_contact" text;--> statement-breakpoint
ALTER TABLE "check_photos" ADD CONSTRAINT "check_photos_check_id_end_use_checks_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."end_use_checks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_action_points" ADD CONSTRAINT "item_action_points_item_id_equipment_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."equipment_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_action_points" ADD CONSTRAINT "item_action_points_action_point_id_action_points_id_fk" FOREIGN KEY ("action_point_id") REFERENCES "public"."action_points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_over_signatures" ADD CONSTRAINT "hand_over_signatures_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_over_signatures" ADD CONSTRAINT "hand_over_signatures_link_id_access_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."access_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_over_signatures" ADD CONSTRAINT "hand_over_signatures_activity_fk" FOREIGN KEY ("project_id","activity_id") REFERENCES "public"."activities"("project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "check_photos_sha_idx" ON "check_photos" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "item_action_points_point_idx" ON "item_action_points" USING btree ("action_point_id");--> statement-breakpoint
CREATE INDEX "hand_over_signatures_activity_idx" ON "hand_over_signatures" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "hand_over_signatures_recorded_by_idx" ON "hand_over_signatures" USING btree ("recorded_by");--> statement-breakpoint
CREATE INDEX "hand_over_signatures_link_idx" ON "hand_over_signatures" USING btree ("link_id");--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_verification_code_unique" UNIQUE("verification_code");--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_length" CHECK (char_length("hander") <= 200 and char_length("receiver") <= 200 and char_length("receiver_post") <= 200 and char_length("terms") <= 4000 and char_length("verification_code") <= 20 and char_length("content_sha") <= 64);--> statement-breakpoint
ALTER TABLE "access_links" ADD CONSTRAINT "access_links_purpose" CHECK ("purpose" in ('follow_up_participant', 'follow_up_supervisor', 'hand_over_signature', 'questionnaire'));--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_check_months" CHECK (cardinality("projects"."check_months") between 1 and 12 and 1 <= all ("projects"."check_months") and 120 >= all ("projects"."check_months"));--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_length" CHECK (char_length("slug") <= 60 and char_length("projects_id") <= 40 and char_length("prima_id") <= 40 and char_length("title") <= 400 and char_length("type") <= 200 and char_length("coverage") <= 100 and char_length("idf_region") <= 100 and char_length("donor") <= 200 and char_length("implementer") <= 200 and char_length("rationale") <= 8000 and char_length("activities_summary") <= 8000 and char_length("label_owner") <= 200 and char_length("label_contact") <= 200);--> statement-breakpoint
create trigger hand_over_signatures_append_only before update or delete on hand_over_signatures for each row execute function refuse_change();--> statement-breakpoint
create trigger check_photos_append_only before update or delete on check_photos for each row execute function refuse_change();--> statement-breakpoint
create trigger item_action_points_append_only before update or delete on item_action_points for each row execute function refuse_change();--> statement-breakpoint
revoke update, delete, truncate on hand_over_signatures, check_photos, item_action_points from public, current_user;--> statement-breakpoint
-- Hand-overs that count as signed (DOMAIN §2.8): the scan of the signed paper, or the receiver's signature on screen or by link while the text is still what they saw.
create view signed_hand_overs as
  select activity_id from evidence where kind = 'certificate' and removed_at is null
  union all
  select s.activity_id from hand_over_signatures s join hand_overs h on h.activity_id = s.activity_id and h.content_sha = s.content_sha where s.party = 'receiver';
