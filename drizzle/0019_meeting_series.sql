ALTER TABLE "decisions" ADD COLUMN "project_id" uuid;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "number" integer;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "series_id" uuid;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "decisions_numbered" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_series_id_meetings_activity_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."meetings"("activity_id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "meetings_series_idx" ON "meetings" USING btree ("series_id");--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_number_key" UNIQUE("project_id","number");--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_series" CHECK ("meetings"."series_id" <> "meetings"."activity_id");--> statement-breakpoint
-- Decisions written before they were numbered get their numbers in the order of their meetings.
UPDATE "decisions" d SET "project_id" = n.project_id, "number" = n.number FROM (
	SELECT x.id, a.project_id, row_number() OVER (PARTITION BY a.project_id ORDER BY a.on_date NULLS LAST, a.created_at, a.id, x.position) AS number
	FROM "decisions" x JOIN "activities" a ON a.id = x.activity_id
) n WHERE n.id = d.id;--> statement-breakpoint
UPDATE "projects" p SET "decisions_numbered" = n.highest FROM (SELECT project_id, max("number") AS highest FROM "decisions" GROUP BY 1) n WHERE n.project_id = p.id;--> statement-breakpoint
ALTER TABLE "decisions" ALTER COLUMN "project_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ALTER COLUMN "number" SET NOT NULL;
