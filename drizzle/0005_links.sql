CREATE TABLE "access_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"max_uses" integer,
	"uses" integer DEFAULT 0 NOT NULL,
	"used_at" timestamp with time zone,
	"burst" integer DEFAULT 0 NOT NULL,
	"burst_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid,
	CONSTRAINT "access_links_purpose" CHECK ("purpose" in ('follow_up_participant', 'follow_up_supervisor', 'questionnaire')),
	CONSTRAINT "access_links_uses" CHECK ("access_links"."uses" >= 0 and "access_links"."uses" <= coalesce("access_links"."max_uses", "access_links"."uses")),
	CONSTRAINT "access_links_expiry" CHECK ("access_links"."expires_at" > "access_links"."created_at"),
	CONSTRAINT "access_links_length" CHECK (char_length("token_hash") <= 64)
);
--> statement-breakpoint
ALTER TABLE "follow_ups" ADD COLUMN "answered_via" text;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD COLUMN "supervisor_on" date;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD COLUMN "supervisor_via" text;--> statement-breakpoint
ALTER TABLE "access_links" ADD CONSTRAINT "access_links_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_links" ADD CONSTRAINT "access_links_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_links" ADD CONSTRAINT "access_links_revoked_by_users_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "access_links_token_key" ON "access_links" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "access_links_live_key" ON "access_links" USING btree ("purpose","subject_id") WHERE closed_at is null and revoked_at is null;--> statement-breakpoint
CREATE INDEX "access_links_subject_idx" ON "access_links" USING btree ("subject_id","purpose");--> statement-breakpoint
CREATE INDEX "access_links_project_idx" ON "access_links" USING btree ("project_id","purpose");--> statement-breakpoint
CREATE INDEX "access_links_created_by_idx" ON "access_links" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "access_links_revoked_by_idx" ON "access_links" USING btree ("revoked_by");--> statement-breakpoint
CREATE INDEX "follow_ups_due_idx" ON "follow_ups" USING btree ("due_on","id");--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_answered_via" CHECK ("answered_via" in ('staff', 'link', 'paper'));--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_supervisor_via" CHECK ("supervisor_via" in ('staff', 'link', 'paper'));