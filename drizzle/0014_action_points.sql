CREATE TABLE "action_point_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"action_point_id" uuid NOT NULL,
	"report_id" uuid,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"uploaded_by" uuid,
	"uploaded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "action_point_files_sha" CHECK ("action_point_files"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "action_point_files_source" CHECK (("action_point_files"."uploaded_by" is null) = ("action_point_files"."report_id" is not null)),
	CONSTRAINT "action_point_files_length" CHECK (char_length("file_name") <= 255 and char_length("media_type") <= 100)
);
--> statement-breakpoint
CREATE TABLE "action_point_institutions" (
	"action_point_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	CONSTRAINT "action_point_institutions_action_point_id_institution_id_pk" PRIMARY KEY("action_point_id","institution_id")
);
--> statement-breakpoint
CREATE TABLE "progress_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"action_point_id" uuid NOT NULL,
	"text" text NOT NULL,
	"done" boolean NOT NULL,
	"reported_on" date NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"note" text,
	CONSTRAINT "progress_reports_state" CHECK ("state" in ('waiting', 'accepted', 'declined')),
	CONSTRAINT "progress_reports_decided" CHECK (("progress_reports"."state" = 'waiting') = ("progress_reports"."decided_at" is null)),
	CONSTRAINT "progress_reports_length" CHECK (char_length("text") <= 2000 and char_length("note") <= 2000)
);
--> statement-breakpoint
ALTER TABLE "action_point_files" ADD CONSTRAINT "action_point_files_action_point_id_action_points_id_fk" FOREIGN KEY ("action_point_id") REFERENCES "public"."action_points"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_point_files" ADD CONSTRAINT "action_point_files_report_id_progress_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."progress_reports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_point_files" ADD CONSTRAINT "action_point_files_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_point_institutions" ADD CONSTRAINT "action_point_institutions_action_point_id_action_points_id_fk" FOREIGN KEY ("action_point_id") REFERENCES "public"."action_points"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_point_institutions" ADD CONSTRAINT "action_point_institutions_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_reports" ADD CONSTRAINT "progress_reports_action_point_id_action_points_id_fk" FOREIGN KEY ("action_point_id") REFERENCES "public"."action_points"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_reports" ADD CONSTRAINT "progress_reports_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "action_point_files_point_idx" ON "action_point_files" USING btree ("action_point_id");--> statement-breakpoint
CREATE INDEX "action_point_files_report_idx" ON "action_point_files" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "action_point_files_uploaded_by_idx" ON "action_point_files" USING btree ("uploaded_by");--> statement-breakpoint
CREATE INDEX "action_point_institutions_institution_idx" ON "action_point_institutions" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "progress_reports_point_idx" ON "progress_reports" USING btree ("action_point_id","reported_at");--> statement-breakpoint
CREATE INDEX "progress_reports_waiting_idx" ON "progress_reports" USING btree ("reported_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "progress_reports_decided_by_idx" ON "progress_reports" USING btree ("decided_by");