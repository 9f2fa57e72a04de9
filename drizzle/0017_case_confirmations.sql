CREATE TABLE "case_confirmations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"activity_id" uuid,
	"action_point_id" uuid,
	"path" text NOT NULL,
	"kind" text NOT NULL,
	"mark" text NOT NULL,
	"reason" text,
	"by_user_id" uuid,
	"at" timestamp with time zone,
	CONSTRAINT "case_confirmations_kind" CHECK ("kind" in ('name', 'caseNumber', 'birthDate', 'idNumber')),
	CONSTRAINT "case_confirmations_subject" CHECK (num_nonnulls("case_confirmations"."activity_id", "case_confirmations"."action_point_id") = 1),
	CONSTRAINT "case_confirmations_reasoned" CHECK (num_nulls("case_confirmations"."reason", "case_confirmations"."by_user_id", "case_confirmations"."at") in (0, 3)),
	CONSTRAINT "case_confirmations_length" CHECK (char_length("path") <= 100 and char_length("mark") <= 20 and char_length("reason") <= 500)
);
--> statement-breakpoint
ALTER TABLE "case_confirmations" ADD CONSTRAINT "case_confirmations_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_confirmations" ADD CONSTRAINT "case_confirmations_action_point_id_action_points_id_fk" FOREIGN KEY ("action_point_id") REFERENCES "public"."action_points"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_confirmations" ADD CONSTRAINT "case_confirmations_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "case_confirmations_activity_key" ON "case_confirmations" USING btree ("activity_id","mark");--> statement-breakpoint
CREATE UNIQUE INDEX "case_confirmations_point_key" ON "case_confirmations" USING btree ("action_point_id","mark");--> statement-breakpoint
CREATE INDEX "case_confirmations_by_idx" ON "case_confirmations" USING btree ("by_user_id");