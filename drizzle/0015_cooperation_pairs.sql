CREATE TABLE "cooperation_pairs" (
	"project_id" uuid NOT NULL,
	"level" text NOT NULL,
	"period_id" uuid,
	"kind" text NOT NULL,
	"a" text NOT NULL,
	"b" text NOT NULL,
	"events" integer NOT NULL,
	"people" integer NOT NULL,
	"women" integer NOT NULL,
	CONSTRAINT "cooperation_pairs_level" CHECK ("level" in ('unit', 'top', 'recorded', 'country')),
	CONSTRAINT "cooperation_pairs_kind" CHECK ("kind" in ('meeting', 'training', 'actionPoint')),
	CONSTRAINT "cooperation_pairs_order" CHECK ("cooperation_pairs"."a" collate "C" <= "cooperation_pairs"."b" collate "C"),
	CONSTRAINT "cooperation_pairs_counts" CHECK ("cooperation_pairs"."events" > 0 and "cooperation_pairs"."people" >= "cooperation_pairs"."women" and "cooperation_pairs"."women" >= 0)
);
--> statement-breakpoint
ALTER TABLE "cooperation_pairs" ADD CONSTRAINT "cooperation_pairs_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cooperation_pairs" ADD CONSTRAINT "cooperation_pairs_period_id_reporting_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."reporting_periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cooperation_pairs_project_idx" ON "cooperation_pairs" USING btree ("project_id","level");--> statement-breakpoint
CREATE INDEX "cooperation_pairs_period_idx" ON "cooperation_pairs" USING btree ("period_id");