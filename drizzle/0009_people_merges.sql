CREATE TABLE "person_distinctions" (
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	"by_user_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_distinctions_first_id_second_id_pk" PRIMARY KEY("first_id","second_id"),
	CONSTRAINT "person_distinctions_order" CHECK ("person_distinctions"."first_id" < "person_distinctions"."second_id")
);
--> statement-breakpoint
CREATE TABLE "person_merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"kept_id" uuid NOT NULL,
	"merged_id" uuid NOT NULL,
	"merged_at" timestamp with time zone DEFAULT now() NOT NULL,
	"merged_by" uuid NOT NULL,
	"trace" jsonb,
	"undone_at" timestamp with time zone,
	"undone_by" uuid,
	CONSTRAINT "person_merges_two" CHECK ("person_merges"."kept_id" <> "person_merges"."merged_id")
);
--> statement-breakpoint
ALTER TABLE "person_posts" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "person_distinctions" ADD CONSTRAINT "person_distinctions_first_id_people_id_fk" FOREIGN KEY ("first_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_distinctions" ADD CONSTRAINT "person_distinctions_second_id_people_id_fk" FOREIGN KEY ("second_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_distinctions" ADD CONSTRAINT "person_distinctions_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_merges" ADD CONSTRAINT "person_merges_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_merges" ADD CONSTRAINT "person_merges_kept_id_people_id_fk" FOREIGN KEY ("kept_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_merges" ADD CONSTRAINT "person_merges_merged_id_people_id_fk" FOREIGN KEY ("merged_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_merges" ADD CONSTRAINT "person_merges_merged_by_users_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_merges" ADD CONSTRAINT "person_merges_undone_by_users_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_distinctions_second_idx" ON "person_distinctions" USING btree ("second_id");--> statement-breakpoint
CREATE INDEX "person_distinctions_by_idx" ON "person_distinctions" USING btree ("by_user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_merges_standing_key" ON "person_merges" USING btree ("merged_id") WHERE "person_merges"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "person_merges_project_idx" ON "person_merges" USING btree ("project_id","merged_at");--> statement-breakpoint
CREATE INDEX "person_merges_kept_idx" ON "person_merges" USING btree ("kept_id");--> statement-breakpoint
CREATE INDEX "person_merges_merged_idx" ON "person_merges" USING btree ("merged_id");--> statement-breakpoint
CREATE INDEX "person_merges_merged_by_idx" ON "person_merges" USING btree ("merged_by");--> statement-breakpoint
CREATE INDEX "person_merges_undone_by_idx" ON "person_merges" USING btree ("undone_by");--> statement-breakpoint
CREATE INDEX "people_collated_idx" ON "people" USING btree (("family_name" collate "sr-Latn-x-icu"),("given_name" collate "sr-Latn-x-icu"),"id");--> statement-breakpoint
CREATE INDEX "people_retain_until_idx" ON "people" USING btree ("retain_until") WHERE "people"."anonymised_at" is null;