ALTER TABLE "case_confirmations" DROP CONSTRAINT "case_confirmations_subject";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_length";--> statement-breakpoint
ALTER TABLE "case_confirmations" ADD COLUMN "decision_id" uuid;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "state" text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "settled_on" date;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "case_confirmations" ADD CONSTRAINT "case_confirmations_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "case_confirmations_decision_key" ON "case_confirmations" USING btree ("decision_id","mark");--> statement-breakpoint
ALTER TABLE "case_confirmations" ADD CONSTRAINT "case_confirmations_subject" CHECK (num_nonnulls("case_confirmations"."activity_id", "case_confirmations"."action_point_id", "case_confirmations"."decision_id") = 1);--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_state" CHECK ("state" in ('open', 'implemented', 'dropped'));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_settled" CHECK (("decisions"."state" = 'open') = ("decisions"."settled_on" is null));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_dropped" CHECK ("decisions"."state" <> 'dropped' or "decisions"."note" is not null);--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_length" CHECK (char_length("text") <= 2000 and char_length("note") <= 2000);