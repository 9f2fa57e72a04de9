CREATE TABLE "certificate_revocations" (
	"certificate_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"by_user_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "certificate_revocations_length" CHECK (char_length("reason") <= 1000)
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"verification_code" text NOT NULL,
	"course" text NOT NULL,
	"place" text,
	"held_from" date NOT NULL,
	"held_to" date NOT NULL,
	"hours" numeric(6, 2),
	"issued_at" timestamp with time zone NOT NULL,
	"issued_by" uuid NOT NULL,
	CONSTRAINT "certificates_verification_code_unique" UNIQUE("verification_code"),
	CONSTRAINT "certificates_number_key" UNIQUE("project_id","number"),
	CONSTRAINT "certificates_dates" CHECK ("certificates"."held_to" >= "certificates"."held_from"),
	CONSTRAINT "certificates_length" CHECK (char_length("course") <= 300 and char_length("place") <= 200 and char_length("verification_code") <= 20)
);
--> statement-breakpoint
ALTER TABLE "certificate_revocations" ADD CONSTRAINT "certificate_revocations_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_revocations" ADD CONSTRAINT "certificate_revocations_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_issued_by_users_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_project_id_activity_id_activities_project_id_id_fk" FOREIGN KEY ("project_id","activity_id") REFERENCES "public"."activities"("project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "certificate_revocations_by_idx" ON "certificate_revocations" USING btree ("by_user_id");--> statement-breakpoint
CREATE INDEX "certificates_activity_idx" ON "certificates" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "certificates_person_idx" ON "certificates" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "certificates_issued_by_idx" ON "certificates" USING btree ("issued_by");--> statement-breakpoint
-- What was issued stays issued. Only the person may move, when two records of one person are merged; the rest of the row never changes. A function of its own,
-- because the migrator takes UPDATE from the app on tables guarded by refuse_change.
create function refuse_certificate_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'person_id' = to_jsonb(old) - 'person_id' then return new; end if;
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'insufficient_privilege';
end $$;--> statement-breakpoint
create trigger certificates_append_only before update or delete on certificates for each row execute function refuse_certificate_change();--> statement-breakpoint
create trigger certificates_no_truncate before truncate on certificates for each statement execute function refuse_certificate_change();--> statement-breakpoint
create trigger certificate_revocations_append_only before update or delete on certificate_revocations for each row execute function refuse_change();--> statement-breakpoint
create trigger certificate_revocations_no_truncate before truncate on certificate_revocations for each statement execute function refuse_change();
