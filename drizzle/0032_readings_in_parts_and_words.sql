CREATE TABLE "reading_parts" (
	"reading_id" uuid NOT NULL,
	"dimension" text NOT NULL,
	"key" text NOT NULL,
	"value" numeric(16, 4) NOT NULL,
	CONSTRAINT "reading_parts_reading_id_dimension_key_pk" PRIMARY KEY("reading_id","dimension","key"),
	CONSTRAINT "reading_parts_dimension" CHECK ("dimension" in ('sex', 'age')),
	CONSTRAINT "reading_parts_value" CHECK ("reading_parts"."value" >= 0),
	CONSTRAINT "reading_parts_length" CHECK (char_length("key") <= 40)
);
--> statement-breakpoint
ALTER TABLE "readings" DROP CONSTRAINT "readings_length";--> statement-breakpoint
ALTER TABLE "readings" ALTER COLUMN "value" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "readings" ADD COLUMN "numerator" numeric(16, 4);--> statement-breakpoint
ALTER TABLE "readings" ADD COLUMN "denominator" numeric(16, 4);--> statement-breakpoint
ALTER TABLE "readings" ADD COLUMN "answer" text;--> statement-breakpoint
ALTER TABLE "reading_parts" ADD CONSTRAINT "reading_parts_reading_id_readings_id_fk" FOREIGN KEY ("reading_id") REFERENCES "public"."readings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_value_or_answer" CHECK (("readings"."value" is null) = ("readings"."answer" is not null));--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_parts" CHECK (("readings"."numerator" is null) = ("readings"."denominator" is null) and "readings"."denominator" > 0 and "readings"."numerator" between 0 and "readings"."denominator");--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_length" CHECK (char_length("source") <= 1000 and char_length("comment") <= 2000 and char_length("answer") <= 4000);