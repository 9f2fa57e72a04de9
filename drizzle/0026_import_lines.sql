ALTER TABLE "imports" ADD COLUMN "lines" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
update imports set lines = greatest(jsonb_array_length(rows) - 1, 0);
