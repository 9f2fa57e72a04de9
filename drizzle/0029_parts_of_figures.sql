CREATE TABLE "rollup_parts" (
	"project_id" uuid NOT NULL,
	"indicator_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"dimension" text NOT NULL,
	"key" text,
	"overlap" boolean NOT NULL,
	"numerator" numeric(18, 4) NOT NULL,
	"denominator" numeric(18, 4),
	CONSTRAINT "rollup_parts_dimension" CHECK ("dimension" in ('place', 'topic', 'age'))
);
--> statement-breakpoint
ALTER TABLE "rollup_parts" ADD CONSTRAINT "rollup_parts_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollup_parts" ADD CONSTRAINT "rollup_parts_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rollup_parts_project_idx" ON "rollup_parts" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "rollup_parts_indicator_idx" ON "rollup_parts" USING btree ("indicator_id");