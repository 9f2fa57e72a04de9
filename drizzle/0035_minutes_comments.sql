CREATE TABLE "minutes_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"activity_id" uuid NOT NULL,
	"institution_id" uuid,
	"text" text NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	"handled_at" timestamp with time zone,
	"handled_by" uuid,
	"note" text,
	CONSTRAINT "minutes_comments_handled" CHECK (("minutes_comments"."handled_at" is null) = ("minutes_comments"."handled_by" is null)),
	CONSTRAINT "minutes_comments_length" CHECK (char_length("text") <= 2000 and char_length("note") <= 2000)
);
--> statement-breakpoint
ALTER TABLE "access_links" DROP CONSTRAINT "access_links_purpose";--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "circulated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "agreed_on" date;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "agreed_by" uuid;--> statement-breakpoint
ALTER TABLE "minutes_comments" ADD CONSTRAINT "minutes_comments_activity_id_meetings_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."meetings"("activity_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_comments" ADD CONSTRAINT "minutes_comments_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_comments" ADD CONSTRAINT "minutes_comments_handled_by_users_id_fk" FOREIGN KEY ("handled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "minutes_comments_activity_idx" ON "minutes_comments" USING btree ("activity_id","said_at");--> statement-breakpoint
CREATE INDEX "minutes_comments_institution_idx" ON "minutes_comments" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "minutes_comments_handled_by_idx" ON "minutes_comments" USING btree ("handled_by");--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_agreed_by_users_id_fk" FOREIGN KEY ("agreed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "meetings_agreed_by_idx" ON "meetings" USING btree ("agreed_by");--> statement-breakpoint
ALTER TABLE "access_links" ADD CONSTRAINT "access_links_purpose" CHECK ("purpose" in ('action_point', 'follow_up_participant', 'follow_up_supervisor', 'hand_over_signature', 'mail_settings', 'minutes_comment', 'questionnaire', 'workplan_feed'));--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_agreed" CHECK (("meetings"."agreed_on" is null) = ("meetings"."agreed_by" is null));