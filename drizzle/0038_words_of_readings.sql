ALTER TABLE "case_confirmations" DROP CONSTRAINT "case_confirmations_subject";--> statement-breakpoint
ALTER TABLE "case_confirmations" ADD COLUMN "reading_id" uuid;--> statement-breakpoint
ALTER TABLE "case_confirmations" ADD CONSTRAINT "case_confirmations_reading_id_readings_id_fk" FOREIGN KEY ("reading_id") REFERENCES "public"."readings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "case_confirmations_reading_key" ON "case_confirmations" USING btree ("reading_id","mark");--> statement-breakpoint
ALTER TABLE "case_confirmations" ADD CONSTRAINT "case_confirmations_subject" CHECK (num_nonnulls("case_confirmations"."activity_id", "case_confirmations"."action_point_id", "case_confirmations"."decision_id", "case_confirmations"."reading_id") = 1);