CREATE TABLE "listed_institution_names" (
	"project_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"institution_id" uuid NOT NULL,
	"said_by" uuid NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	CONSTRAINT "listed_institution_names_project_id_key_pk" PRIMARY KEY("project_id","key"),
	CONSTRAINT "listed_institution_names_length" CHECK (char_length("key") <= 300 and char_length("name") <= 300)
);
--> statement-breakpoint
ALTER TABLE "follow_ups" DROP CONSTRAINT "follow_ups_length";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "sheet" jsonb;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD COLUMN "supervisor_email" text;--> statement-breakpoint
ALTER TABLE "listed_institution_names" ADD CONSTRAINT "listed_institution_names_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listed_institution_names" ADD CONSTRAINT "listed_institution_names_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listed_institution_names" ADD CONSTRAINT "listed_institution_names_said_by_users_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "listed_institution_names_institution_idx" ON "listed_institution_names" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "listed_institution_names_said_by_idx" ON "listed_institution_names" USING btree ("said_by");--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_length" CHECK (char_length("note") <= 1000 and char_length("supervisor_email") <= 254);