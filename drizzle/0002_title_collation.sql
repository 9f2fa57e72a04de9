DROP INDEX "activities_title_idx";--> statement-breakpoint
CREATE INDEX "activities_title_idx" ON "activities" USING btree ("project_id",(lower("title") collate "sr-Latn-x-icu"),"id");