CREATE TABLE "deadlines_met" (
	"project_id" uuid NOT NULL,
	"key" text NOT NULL,
	"done_on" date NOT NULL,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "deadlines_met_project_id_key_pk" PRIMARY KEY("project_id","key"),
	CONSTRAINT "deadlines_met_length" CHECK (char_length("key") <= 20)
);
--> statement-breakpoint
ALTER TABLE "deadlines_met" ADD CONSTRAINT "deadlines_met_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadlines_met" ADD CONSTRAINT "deadlines_met_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deadlines_met_recorded_by_idx" ON "deadlines_met" USING btree ("recorded_by");