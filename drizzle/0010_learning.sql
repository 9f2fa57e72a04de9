CREATE TABLE "questionnaire_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"activity_id" uuid NOT NULL,
	"via" text NOT NULL,
	"answered_on" date NOT NULL,
	"comment" text,
	CONSTRAINT "questionnaire_answers_via" CHECK ("via" in ('staff', 'link', 'paper')),
	CONSTRAINT "questionnaire_answers_length" CHECK (char_length("comment") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "questionnaire_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"text_en" text NOT NULL,
	"text_cnr" text NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "questionnaire_items_length" CHECK (char_length("text_en") <= 300 and char_length("text_cnr") <= 300)
);
--> statement-breakpoint
CREATE TABLE "questionnaire_scores" (
	"answer_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"score" integer NOT NULL,
	CONSTRAINT "questionnaire_scores_answer_id_item_id_pk" PRIMARY KEY("answer_id","item_id"),
	CONSTRAINT "questionnaire_scores_range" CHECK ("questionnaire_scores"."score" between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "questionnaire_answers" ADD CONSTRAINT "questionnaire_answers_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaire_items" ADD CONSTRAINT "questionnaire_items_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaire_scores" ADD CONSTRAINT "questionnaire_scores_answer_id_questionnaire_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."questionnaire_answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaire_scores" ADD CONSTRAINT "questionnaire_scores_item_id_questionnaire_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."questionnaire_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "questionnaire_answers_activity_idx" ON "questionnaire_answers" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "questionnaire_items_project_idx" ON "questionnaire_items" USING btree ("project_id","position");--> statement-breakpoint
CREATE INDEX "questionnaire_scores_item_idx" ON "questionnaire_scores" USING btree ("item_id");