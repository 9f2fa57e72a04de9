CREATE TABLE "reading_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"reading_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid,
	CONSTRAINT "reading_files_kind" CHECK ("kind" in ('signed_list', 'agenda', 'minutes', 'certificate', 'photo', 'test_sheet', 'other')),
	CONSTRAINT "reading_files_size" CHECK ("reading_files"."size" > 0),
	CONSTRAINT "reading_files_sha" CHECK ("reading_files"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "reading_files_length" CHECK (char_length("file_name") <= 255 and char_length("media_type") <= 100)
);
--> statement-breakpoint
ALTER TABLE "reading_files" ADD CONSTRAINT "reading_files_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_files" ADD CONSTRAINT "reading_files_reading_id_readings_id_fk" FOREIGN KEY ("reading_id") REFERENCES "public"."readings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_files" ADD CONSTRAINT "reading_files_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_files" ADD CONSTRAINT "reading_files_removed_by_users_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reading_files_reading_idx" ON "reading_files" USING btree ("reading_id");--> statement-breakpoint
CREATE INDEX "reading_files_project_idx" ON "reading_files" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "reading_files_sha_idx" ON "reading_files" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "reading_files_uploaded_by_idx" ON "reading_files" USING btree ("uploaded_by");--> statement-breakpoint
CREATE INDEX "reading_files_removed_by_idx" ON "reading_files" USING btree ("removed_by");