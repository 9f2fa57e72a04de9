CREATE TABLE "expected_attendance" (
	"activity_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "expected_attendance_activity_id_institution_id_pk" PRIMARY KEY("activity_id","institution_id"),
	CONSTRAINT "expected_attendance_count" CHECK ("expected_attendance"."count" between 1 and 10000)
);
--> statement-breakpoint
ALTER TABLE "agenda_items" DROP CONSTRAINT "agenda_items_length";--> statement-breakpoint
ALTER TABLE "action_points" ADD COLUMN "agenda_item_id" uuid;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "starts_at" text;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "notes" text;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "restricted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "agenda_item_id" uuid;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "start_time" text;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "end_time" text;--> statement-breakpoint
ALTER TABLE "expected_attendance" ADD CONSTRAINT "expected_attendance_activity_id_meetings_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."meetings"("activity_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expected_attendance" ADD CONSTRAINT "expected_attendance_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "expected_attendance_institution_idx" ON "expected_attendance" USING btree ("institution_id");--> statement-breakpoint
ALTER TABLE "action_points" ADD CONSTRAINT "action_points_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "action_points_item_idx" ON "action_points" USING btree ("agenda_item_id");--> statement-breakpoint
CREATE INDEX "decisions_item_idx" ON "decisions" USING btree ("agenda_item_id");--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_starts_at" CHECK ("agenda_items"."starts_at" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_length" CHECK (char_length("title") <= 300 and char_length("presenter") <= 200 and char_length("notes") <= 5000);--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_times" CHECK ("meetings"."start_time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and "meetings"."end_time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and "meetings"."start_time" < "meetings"."end_time");