CREATE TABLE "indicator_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"indicator_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"changes" jsonb NOT NULL,
	"reason" text,
	"note" text,
	"by_user_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "indicator_changes_version" UNIQUE("indicator_id","version"),
	CONSTRAINT "indicator_changes_reason" CHECK ("reason" in ('correction', 'better_data', 'agreed_with_donor', 'context', 'scope')),
	CONSTRAINT "indicator_changes_note" CHECK (("indicator_changes"."reason" is null) = ("indicator_changes"."note" is null)),
	CONSTRAINT "indicator_changes_length" CHECK (char_length("note") <= 2000)
);
--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "frequency" text;--> statement-breakpoint
ALTER TABLE "indicator_changes" ADD CONSTRAINT "indicator_changes_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_changes" ADD CONSTRAINT "indicator_changes_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "indicator_changes_by_idx" ON "indicator_changes" USING btree ("by_user_id");--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_frequency" CHECK ("frequency" in ('monthly', 'quarterly', 'half_yearly', 'yearly', 'once'));