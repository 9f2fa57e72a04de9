CREATE TABLE "activities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reference" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"description" text,
	"place_id" uuid,
	"venue" text,
	"planned_start" date,
	"planned_end" date,
	"actual_start" date,
	"actual_end" date,
	"on_date" date GENERATED ALWAYS AS (coalesce(actual_end, actual_start, planned_end, planned_start)) STORED,
	"cost" numeric(14, 2),
	"cost_currency" text,
	"implementation" text DEFAULT 'planned' NOT NULL,
	"implementation_reason" text,
	"review_state" text DEFAULT 'draft' NOT NULL,
	"created_by" uuid NOT NULL,
	"last_edited_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "activities_reference_key" UNIQUE("project_id","reference"),
	CONSTRAINT "activities_same_project" UNIQUE("project_id","id"),
	CONSTRAINT "activities_kind" CHECK ("kind" in ('training', 'equipment', 'meeting')),
	CONSTRAINT "activities_implementation" CHECK ("implementation" in ('planned', 'under_way', 'completed', 'postponed', 'cancelled')),
	CONSTRAINT "activities_review_state" CHECK ("review_state" in ('draft', 'submitted', 'returned', 'approved', 'reopened', 'withdrawn')),
	CONSTRAINT "activities_cost_currency" CHECK ("cost_currency" in ('USD', 'EUR', 'CHF', 'GBP', 'NOK', 'SEK', 'BAM', 'ALL', 'RSD', 'MKD')),
	CONSTRAINT "activities_planned_dates" CHECK ("activities"."planned_end" >= "activities"."planned_start"),
	CONSTRAINT "activities_actual_dates" CHECK ("activities"."actual_end" >= "activities"."actual_start"),
	CONSTRAINT "activities_cost" CHECK ("activities"."cost" >= 0),
	CONSTRAINT "activities_cost_with_currency" CHECK ("activities"."cost" is null or "activities"."cost_currency" is not null),
	CONSTRAINT "activities_length" CHECK (char_length("title") <= 300 and char_length("description") <= 8000 and char_length("venue") <= 300 and char_length("reference") <= 30 and char_length("implementation_reason") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "activity_outputs" (
	"project_id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"result_id" uuid NOT NULL,
	CONSTRAINT "activity_outputs_activity_id_result_id_pk" PRIMARY KEY("activity_id","result_id")
);
--> statement-breakpoint
CREATE TABLE "attendance" (
	"activity_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	CONSTRAINT "attendance_activity_id_participant_id_session_id_pk" PRIMARY KEY("activity_id","participant_id","session_id")
);
--> statement-breakpoint
CREATE TABLE "evidence_waivers" (
	"activity_id" uuid NOT NULL,
	"requirement" text NOT NULL,
	"reason" text NOT NULL,
	"by_user_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "evidence_waivers_activity_id_requirement_pk" PRIMARY KEY("activity_id","requirement"),
	CONSTRAINT "evidence_waivers_length" CHECK (char_length("requirement") <= 60 and char_length("reason") <= 1000)
);
--> statement-breakpoint
CREATE TABLE "headcounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"activity_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"sex" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "headcounts_sex" CHECK ("sex" in ('female', 'male', 'other', 'not_stated')),
	CONSTRAINT "headcounts_count" CHECK ("headcounts"."count" > 0 and "headcounts"."count" <= 10000)
);
--> statement-breakpoint
CREATE TABLE "participants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"activity_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"institution_id" uuid,
	"post" text,
	"pre_score" numeric(5, 2),
	"post_score" numeric(5, 2),
	"position" integer NOT NULL,
	CONSTRAINT "participants_person_once" UNIQUE("activity_id","person_id"),
	CONSTRAINT "participants_same_activity" UNIQUE("activity_id","id"),
	CONSTRAINT "participants_role" CHECK ("role" in ('trainee', 'trainer', 'chair', 'member', 'observer')),
	CONSTRAINT "participants_scores" CHECK ("participants"."pre_score" between 0 and 100 and "participants"."post_score" between 0 and 100),
	CONSTRAINT "participants_length" CHECK (char_length("post") <= 200)
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"activity_id" uuid NOT NULL,
	"step" text NOT NULL,
	"version" integer NOT NULL,
	"note" text,
	"by_user_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reviews_step" CHECK ("step" in ('submitted', 'approved', 'returned', 'reopened', 'withdrawn')),
	CONSTRAINT "reviews_length" CHECK (char_length("note") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"activity_id" uuid NOT NULL,
	"date" date,
	"hours" numeric(4, 2),
	"topic" text,
	"position" integer NOT NULL,
	CONSTRAINT "sessions_same_activity" UNIQUE("activity_id","id"),
	CONSTRAINT "sessions_hours" CHECK ("sessions"."hours" > 0 and "sessions"."hours" <= 24),
	CONSTRAINT "sessions_length" CHECK (char_length("topic") <= 300)
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"chain" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"chain" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"actor_label" text,
	"action" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"changes" jsonb NOT NULL,
	"note" text,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "end_use_checks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"item_id" uuid NOT NULL,
	"checked_on" date NOT NULL,
	"in_use" boolean NOT NULL,
	"used_by" text,
	"location" text,
	"condition" text,
	"note" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "end_use_checks_condition" CHECK ("condition" in ('good', 'worn', 'damaged', 'not_found')),
	CONSTRAINT "end_use_checks_length" CHECK (char_length("used_by") <= 200 and char_length("location") <= 200 and char_length("note") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "equipment_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"activity_id" uuid,
	"description" text NOT NULL,
	"category" text NOT NULL,
	"make" text,
	"model" text,
	"serial_number" text,
	"quantity" integer DEFAULT 1 NOT NULL,
	"value" numeric(14, 2),
	"currency" text,
	"usd_rate" numeric(14, 6),
	"value_usd" numeric(14, 2) GENERATED ALWAYS AS (round("value" * "usd_rate", 2)) STORED,
	"supplier" text,
	"order_number" text,
	"purchased_on" date,
	"warranty_end" date,
	"asset_tag" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "equipment_items_tag_key" UNIQUE("project_id","asset_tag"),
	CONSTRAINT "equipment_items_category" CHECK ("category" in ('it', 'communication', 'optical', 'vehicle', 'office', 'furniture', 'forensic', 'other')),
	CONSTRAINT "equipment_items_currency" CHECK ("currency" in ('USD', 'EUR', 'CHF', 'GBP', 'NOK', 'SEK', 'BAM', 'ALL', 'RSD', 'MKD')),
	CONSTRAINT "equipment_items_quantity" CHECK ("equipment_items"."quantity" > 0),
	CONSTRAINT "equipment_items_serial_single" CHECK ("equipment_items"."serial_number" is null or "equipment_items"."quantity" = 1),
	CONSTRAINT "equipment_items_value" CHECK ("equipment_items"."value" >= 0 and ("equipment_items"."value" is null or "equipment_items"."currency" is not null)),
	CONSTRAINT "equipment_items_rate" CHECK ("equipment_items"."usd_rate" > 0),
	CONSTRAINT "equipment_items_length" CHECK (char_length("description") <= 300 and char_length("make") <= 100 and char_length("model") <= 100 and char_length("serial_number") <= 100 and char_length("supplier") <= 200 and char_length("order_number") <= 100 and char_length("asset_tag") <= 40)
);
--> statement-breakpoint
CREATE TABLE "hand_overs" (
	"activity_id" uuid PRIMARY KEY NOT NULL,
	"recipient_institution_id" uuid,
	"hander" text,
	"receiver" text,
	"receiver_post" text,
	"terms" text,
	CONSTRAINT "hand_overs_length" CHECK (char_length("hander") <= 200 and char_length("receiver") <= 200 and char_length("receiver_post") <= 200 and char_length("terms") <= 4000)
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid,
	CONSTRAINT "evidence_kind" CHECK ("kind" in ('signed_list', 'agenda', 'minutes', 'certificate', 'photo', 'test_sheet', 'other')),
	CONSTRAINT "evidence_size" CHECK ("evidence"."size" > 0),
	CONSTRAINT "evidence_sha" CHECK ("evidence"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "evidence_length" CHECK (char_length("file_name") <= 255 and char_length("media_type") <= 100)
);
--> statement-breakpoint
CREATE TABLE "institution_names" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"language" text NOT NULL,
	"name" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	CONSTRAINT "institution_names_length" CHECK (char_length("name") <= 300 and char_length("language") <= 10)
);
--> statement-breakpoint
CREATE TABLE "institutions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"parent_id" uuid,
	"kind" text NOT NULL,
	"country" text,
	"abbreviation" text,
	"valid_from" date,
	"valid_to" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "institutions_kind" CHECK ("kind" in ('ministry', 'police', 'prosecution', 'court', 'agency', 'international_organisation', 'ngo', 'other')),
	CONSTRAINT "institutions_length" CHECK (char_length("abbreviation") <= 40 and char_length("country") <= 2)
);
--> statement-breakpoint
CREATE TABLE "places" (
	"id" uuid PRIMARY KEY NOT NULL,
	"country" text,
	"code" text,
	"name" text NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"source" text,
	CONSTRAINT "places_length" CHECK (char_length("name") <= 200 and char_length("country") <= 2 and char_length("code") <= 12)
);
--> statement-breakpoint
CREATE TABLE "action_points" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"activity_id" uuid,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	"institution_id" uuid,
	"person_id" uuid,
	"due_date" date,
	"first_due_date" date,
	"priority" text DEFAULT 'normal' NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"done_on" date,
	"outcome" text,
	"drop_reason" text,
	"position" integer DEFAULT 0 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "action_points_number_key" UNIQUE("project_id","number"),
	CONSTRAINT "action_points_priority" CHECK ("priority" in ('low', 'normal', 'high')),
	CONSTRAINT "action_points_status" CHECK ("status" in ('open', 'in_progress', 'done', 'verified', 'dropped')),
	CONSTRAINT "action_points_done" CHECK (("action_points"."status" in ('done', 'verified')) = ("action_points"."done_on" is not null)),
	CONSTRAINT "action_points_dropped" CHECK (("action_points"."status" = 'dropped') = ("action_points"."drop_reason" is not null)),
	CONSTRAINT "action_points_length" CHECK (char_length("text") <= 2000 and char_length("outcome") <= 2000 and char_length("drop_reason") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "agenda_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"activity_id" uuid NOT NULL,
	"title" text NOT NULL,
	"presenter" text,
	"position" integer NOT NULL,
	CONSTRAINT "agenda_items_length" CHECK (char_length("title") <= 300 and char_length("presenter") <= 200)
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"activity_id" uuid NOT NULL,
	"text" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "decisions_length" CHECK (char_length("text") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"activity_id" uuid PRIMARY KEY NOT NULL,
	"type" text,
	"minutes" text,
	"restricted" boolean DEFAULT false NOT NULL,
	"next_date" date,
	CONSTRAINT "meetings_type" CHECK ("type" in ('coordination', 'steering', 'working_group', 'bilateral', 'regional', 'ceremony')),
	CONSTRAINT "meetings_length" CHECK (char_length("minutes") <= 20000)
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"sex" text DEFAULT 'not_stated' NOT NULL,
	"birth_year" integer,
	"rank" text,
	"email" text,
	"phone" text,
	"lawful_basis" text,
	"consent_on" date,
	"retain_until" date,
	"anonymised_at" timestamp with time zone,
	"merged_into_id" uuid,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "people_sex" CHECK ("sex" in ('female', 'male', 'other', 'not_stated')),
	CONSTRAINT "people_birth_year" CHECK ("people"."birth_year" between 1900 and 2100),
	CONSTRAINT "people_length" CHECK (char_length("given_name") <= 100 and char_length("family_name") <= 100 and char_length("rank") <= 100 and char_length("email") <= 254 and char_length("phone") <= 50 and char_length("lawful_basis") <= 200)
);
--> statement-breakpoint
CREATE TABLE "person_posts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"post" text,
	"from_date" date,
	"to_date" date,
	CONSTRAINT "person_posts_dates" CHECK ("person_posts"."to_date" >= "person_posts"."from_date"),
	CONSTRAINT "person_posts_length" CHECK (char_length("post") <= 200)
);
--> statement-breakpoint
CREATE TABLE "project_people" (
	"project_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "project_people_project_id_person_id_pk" PRIMARY KEY("project_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "project_institutions" (
	"project_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "project_institutions_project_id_institution_id_pk" PRIMARY KEY("project_id","institution_id"),
	CONSTRAINT "project_institutions_role" CHECK ("role" in ('counterpart', 'implementer', 'regional', 'other'))
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"projects_id" text NOT NULL,
	"prima_id" text,
	"title" text NOT NULL,
	"status" text NOT NULL,
	"type" text,
	"budget_usd" numeric(14, 2),
	"coverage" text,
	"year" integer,
	"start_date" date,
	"end_date" date,
	"idf_region" text,
	"benefiting_member_states" text[] DEFAULT '{}'::text[] NOT NULL,
	"donor" text,
	"implementer" text,
	"rationale" text,
	"activities_summary" text,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"attendance_threshold" numeric(4, 3) DEFAULT '0.8' NOT NULL,
	"suppression_minimum" integer DEFAULT 5 NOT NULL,
	"follow_up_months" integer DEFAULT 3 NOT NULL,
	"illustrative" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "projects_slug_unique" UNIQUE("slug"),
	CONSTRAINT "projects_projects_id_unique" UNIQUE("projects_id"),
	CONSTRAINT "projects_status" CHECK ("status" in ('planned', 'active', 'completed', 'suspended', 'cancelled')),
	CONSTRAINT "projects_dates" CHECK ("projects"."end_date" >= "projects"."start_date"),
	CONSTRAINT "projects_threshold" CHECK ("projects"."attendance_threshold" > 0 and "projects"."attendance_threshold" <= 1),
	CONSTRAINT "projects_suppression" CHECK ("projects"."suppression_minimum" >= 5),
	CONSTRAINT "projects_budget" CHECK ("projects"."budget_usd" >= 0),
	CONSTRAINT "projects_length" CHECK (char_length("slug") <= 60 and char_length("projects_id") <= 40 and char_length("prima_id") <= 40 and char_length("title") <= 400 and char_length("type") <= 200 and char_length("coverage") <= 100 and char_length("idf_region") <= 100 and char_length("donor") <= 200 and char_length("implementer") <= 200 and char_length("rationale") <= 8000 and char_length("activities_summary") <= 8000)
);
--> statement-breakpoint
CREATE TABLE "reporting_periods" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"name" text NOT NULL,
	"from_date" date NOT NULL,
	"to_date" date NOT NULL,
	"due_date" date,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"frozen_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "reporting_periods_same_project" UNIQUE("project_id","id"),
	CONSTRAINT "reporting_periods_dates" CHECK ("reporting_periods"."to_date" >= "reporting_periods"."from_date"),
	CONSTRAINT "reporting_periods_length" CHECK (char_length("name") <= 100)
);
--> statement-breakpoint
CREATE TABLE "report_sections" (
	"report_id" uuid NOT NULL,
	"key" text NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "report_sections_report_id_key_pk" PRIMARY KEY("report_id","key"),
	CONSTRAINT "report_sections_length" CHECK (char_length("key") <= 80 and char_length("body") <= 20000)
);
--> statement-breakpoint
CREATE TABLE "report_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" text NOT NULL,
	"sha256" text NOT NULL,
	"verification_code" text NOT NULL,
	"correction" text,
	"issued_at" timestamp with time zone DEFAULT now() NOT NULL,
	"issued_by" uuid NOT NULL,
	CONSTRAINT "report_versions_verification_code_unique" UNIQUE("verification_code"),
	CONSTRAINT "report_versions_number_key" UNIQUE("report_id","number"),
	CONSTRAINT "report_versions_length" CHECK (char_length("correction") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"period_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"language" text NOT NULL,
	"title" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "reports_kind" CHECK ("kind" in ('interim', 'final')),
	CONSTRAINT "reports_language" CHECK ("language" in ('en', 'cnr')),
	CONSTRAINT "reports_length" CHECK (char_length("title") <= 300)
);
--> statement-breakpoint
CREATE TABLE "indicators" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"result_id" uuid NOT NULL,
	"code" text NOT NULL,
	"statement" text NOT NULL,
	"definition" text,
	"unit" text NOT NULL,
	"direction" text DEFAULT 'increase' NOT NULL,
	"method" text NOT NULL,
	"measure" text,
	"filter" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"aggregation" text DEFAULT 'sum' NOT NULL,
	"baseline" numeric(16, 4),
	"baseline_year" integer,
	"target" numeric(16, 4),
	"source" text,
	"collection_method" text,
	"responsible" text,
	"disaggregate_by" text[] DEFAULT '{}'::text[] NOT NULL,
	"position" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "indicators_code_key" UNIQUE("project_id","code"),
	CONSTRAINT "indicators_same_project" UNIQUE("project_id","id"),
	CONSTRAINT "indicators_direction" CHECK ("direction" in ('increase', 'decrease')),
	CONSTRAINT "indicators_method" CHECK ("method" in ('computed', 'reported')),
	CONSTRAINT "indicators_aggregation" CHECK ("aggregation" in ('sum', 'latest', 'average')),
	CONSTRAINT "indicators_measure" CHECK (("indicators"."method" = 'computed') = ("indicators"."measure" is not null)),
	CONSTRAINT "indicators_length" CHECK (char_length("code") <= 20 and char_length("statement") <= 2000 and char_length("definition") <= 4000 and char_length("unit") <= 60 and char_length("measure") <= 60 and char_length("source") <= 1000 and char_length("collection_method") <= 1000 and char_length("responsible") <= 200)
);
--> statement-breakpoint
CREATE TABLE "milestones" (
	"project_id" uuid NOT NULL,
	"indicator_id" uuid NOT NULL,
	"period_id" uuid NOT NULL,
	"value" numeric(16, 4) NOT NULL,
	CONSTRAINT "milestones_indicator_id_period_id_pk" PRIMARY KEY("indicator_id","period_id")
);
--> statement-breakpoint
CREATE TABLE "reading_reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reading_id" uuid NOT NULL,
	"step" text NOT NULL,
	"version" integer NOT NULL,
	"note" text,
	"by_user_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reading_reviews_step" CHECK ("step" in ('submitted', 'approved', 'returned', 'reopened', 'withdrawn')),
	CONSTRAINT "reading_reviews_length" CHECK (char_length("note") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "readings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"indicator_id" uuid NOT NULL,
	"period_id" uuid NOT NULL,
	"value" numeric(16, 4) NOT NULL,
	"read_on" date,
	"source" text,
	"comment" text,
	"review_state" text DEFAULT 'draft' NOT NULL,
	"created_by" uuid NOT NULL,
	"last_edited_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "readings_one_per_period" UNIQUE("indicator_id","period_id"),
	CONSTRAINT "readings_review_state" CHECK ("review_state" in ('draft', 'submitted', 'returned', 'approved', 'reopened', 'withdrawn')),
	CONSTRAINT "readings_length" CHECK (char_length("source") <= 1000 and char_length("comment") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "results" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"parent_id" uuid,
	"level" text NOT NULL,
	"code" text NOT NULL,
	"statement" text NOT NULL,
	"assumptions" text,
	"position" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "results_code_key" UNIQUE("project_id","code"),
	CONSTRAINT "results_same_project" UNIQUE("project_id","id"),
	CONSTRAINT "results_level" CHECK ("level" in ('objective', 'outcome', 'output')),
	CONSTRAINT "results_length" CHECK (char_length("code") <= 20 and char_length("statement") <= 2000 and char_length("assumptions") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "first_counts" (
	"project_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"counted_on" date NOT NULL,
	"period_id" uuid,
	"institution_id" uuid,
	"sex" text NOT NULL,
	CONSTRAINT "first_counts_project_id_person_id_pk" PRIMARY KEY("project_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "frozen_cells" (
	"project_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"indicator_id" uuid,
	"scope" text NOT NULL,
	"period_id" uuid,
	"institution_id" uuid,
	"sex" text,
	"numerator" numeric(18, 4) NOT NULL,
	"denominator" numeric(18, 4)
);
--> statement-breakpoint
CREATE TABLE "rollup_cells" (
	"project_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"indicator_id" uuid,
	"scope" text NOT NULL,
	"period_id" uuid,
	"institution_id" uuid,
	"sex" text,
	"numerator" numeric(18, 4) NOT NULL,
	"denominator" numeric(18, 4),
	"restatement" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rollup_records" (
	"project_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"indicator_id" uuid,
	"activity_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"period_id" uuid,
	"numerator" numeric(18, 4) NOT NULL,
	"denominator" numeric(18, 4)
);
--> statement-breakpoint
CREATE TABLE "rollup_states" (
	"project_id" uuid PRIMARY KEY NOT NULL,
	"computed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"as_of" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "follow_ups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"activity_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"answered_on" date,
	"applied" boolean,
	"supervisor_confirmed" boolean,
	"note" text,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone,
	CONSTRAINT "follow_ups_answer" CHECK (("follow_ups"."answered_on" is null) = ("follow_ups"."applied" is null)),
	CONSTRAINT "follow_ups_length" CHECK (char_length("note") <= 1000)
);
--> statement-breakpoint
CREATE TABLE "training_topics" (
	"activity_id" uuid NOT NULL,
	"topic" text NOT NULL,
	CONSTRAINT "training_topics_activity_id_topic_pk" PRIMARY KEY("activity_id","topic"),
	CONSTRAINT "training_topics_length" CHECK (char_length("topic") <= 120)
);
--> statement-breakpoint
CREATE TABLE "trainings" (
	"activity_id" uuid PRIMARY KEY NOT NULL,
	"type" text,
	"method" text,
	"language" text,
	"pass_mark" numeric(5, 2),
	CONSTRAINT "trainings_type" CHECK ("type" in ('course', 'workshop', 'training_of_trainers', 'study_visit', 'mentoring', 'exercise')),
	CONSTRAINT "trainings_method" CHECK ("method" in ('in_person', 'online', 'hybrid')),
	CONSTRAINT "trainings_pass_mark" CHECK ("trainings"."pass_mark" between 0 and 100),
	CONSTRAINT "trainings_length" CHECK (char_length("language") <= 100)
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"project_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_project_id_user_id_pk" PRIMARY KEY("project_id","user_id"),
	CONSTRAINT "memberships_role" CHECK ("role" in ('manager', 'staff', 'donor'))
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"action" text NOT NULL,
	"actor_id" uuid,
	"digest" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"is_admin" boolean DEFAULT false NOT NULL,
	"disabled_at" timestamp with time zone,
	"session_epoch" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "users_length" CHECK (char_length("email") <= 254 and char_length("name") <= 200)
);
--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_last_edited_by_users_id_fk" FOREIGN KEY ("last_edited_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_outputs" ADD CONSTRAINT "activity_outputs_project_id_activity_id_activities_project_id_id_fk" FOREIGN KEY ("project_id","activity_id") REFERENCES "public"."activities"("project_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_outputs" ADD CONSTRAINT "activity_outputs_project_id_result_id_results_project_id_id_fk" FOREIGN KEY ("project_id","result_id") REFERENCES "public"."results"("project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_activity_id_participant_id_participants_activity_id_id_fk" FOREIGN KEY ("activity_id","participant_id") REFERENCES "public"."participants"("activity_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_activity_id_session_id_sessions_activity_id_id_fk" FOREIGN KEY ("activity_id","session_id") REFERENCES "public"."sessions"("activity_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_waivers" ADD CONSTRAINT "evidence_waivers_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_waivers" ADD CONSTRAINT "evidence_waivers_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "headcounts" ADD CONSTRAINT "headcounts_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "headcounts" ADD CONSTRAINT "headcounts_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "end_use_checks" ADD CONSTRAINT "end_use_checks_item_id_equipment_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."equipment_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "end_use_checks" ADD CONSTRAINT "end_use_checks_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equipment_items" ADD CONSTRAINT "equipment_items_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equipment_items" ADD CONSTRAINT "equipment_items_project_id_activity_id_activities_project_id_id_fk" FOREIGN KEY ("project_id","activity_id") REFERENCES "public"."activities"("project_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_recipient_institution_id_institutions_id_fk" FOREIGN KEY ("recipient_institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_removed_by_users_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_project_id_activity_id_activities_project_id_id_fk" FOREIGN KEY ("project_id","activity_id") REFERENCES "public"."activities"("project_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "institution_names" ADD CONSTRAINT "institution_names_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "institutions" ADD CONSTRAINT "institutions_parent_id_institutions_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_points" ADD CONSTRAINT "action_points_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_points" ADD CONSTRAINT "action_points_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_points" ADD CONSTRAINT "action_points_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_points" ADD CONSTRAINT "action_points_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_points" ADD CONSTRAINT "action_points_project_id_activity_id_activities_project_id_id_fk" FOREIGN KEY ("project_id","activity_id") REFERENCES "public"."activities"("project_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_activity_id_meetings_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."meetings"("activity_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_activity_id_meetings_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."meetings"("activity_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_merged_into_id_people_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_posts" ADD CONSTRAINT "person_posts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_posts" ADD CONSTRAINT "person_posts_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_people" ADD CONSTRAINT "project_people_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_people" ADD CONSTRAINT "project_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_institutions" ADD CONSTRAINT "project_institutions_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_institutions" ADD CONSTRAINT "project_institutions_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporting_periods" ADD CONSTRAINT "reporting_periods_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporting_periods" ADD CONSTRAINT "reporting_periods_closed_by_users_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_sections" ADD CONSTRAINT "report_sections_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_versions" ADD CONSTRAINT "report_versions_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_versions" ADD CONSTRAINT "report_versions_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_versions" ADD CONSTRAINT "report_versions_issued_by_users_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_project_id_period_id_reporting_periods_project_id_id_fk" FOREIGN KEY ("project_id","period_id") REFERENCES "public"."reporting_periods"("project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_project_id_result_id_results_project_id_id_fk" FOREIGN KEY ("project_id","result_id") REFERENCES "public"."results"("project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_project_id_indicator_id_indicators_project_id_id_fk" FOREIGN KEY ("project_id","indicator_id") REFERENCES "public"."indicators"("project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_project_id_period_id_reporting_periods_project_id_id_fk" FOREIGN KEY ("project_id","period_id") REFERENCES "public"."reporting_periods"("project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_reviews" ADD CONSTRAINT "reading_reviews_reading_id_readings_id_fk" FOREIGN KEY ("reading_id") REFERENCES "public"."readings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_reviews" ADD CONSTRAINT "reading_reviews_by_user_id_users_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_last_edited_by_users_id_fk" FOREIGN KEY ("last_edited_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_project_id_indicator_id_indicators_project_id_id_fk" FOREIGN KEY ("project_id","indicator_id") REFERENCES "public"."indicators"("project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_project_id_period_id_reporting_periods_project_id_id_fk" FOREIGN KEY ("project_id","period_id") REFERENCES "public"."reporting_periods"("project_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_parent_id_results_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."results"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_counts" ADD CONSTRAINT "first_counts_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_counts" ADD CONSTRAINT "first_counts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_counts" ADD CONSTRAINT "first_counts_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_counts" ADD CONSTRAINT "first_counts_period_id_reporting_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."reporting_periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_counts" ADD CONSTRAINT "first_counts_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "frozen_cells" ADD CONSTRAINT "frozen_cells_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "frozen_cells" ADD CONSTRAINT "frozen_cells_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "frozen_cells" ADD CONSTRAINT "frozen_cells_period_id_reporting_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."reporting_periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "frozen_cells" ADD CONSTRAINT "frozen_cells_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollup_cells" ADD CONSTRAINT "rollup_cells_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollup_cells" ADD CONSTRAINT "rollup_cells_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollup_cells" ADD CONSTRAINT "rollup_cells_period_id_reporting_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."reporting_periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollup_cells" ADD CONSTRAINT "rollup_cells_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollup_records" ADD CONSTRAINT "rollup_records_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollup_records" ADD CONSTRAINT "rollup_records_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollup_records" ADD CONSTRAINT "rollup_records_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollup_records" ADD CONSTRAINT "rollup_records_period_id_reporting_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."reporting_periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollup_states" ADD CONSTRAINT "rollup_states_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_activity_id_participant_id_participants_activity_id_id_fk" FOREIGN KEY ("activity_id","participant_id") REFERENCES "public"."participants"("activity_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_topics" ADD CONSTRAINT "training_topics_activity_id_trainings_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."trainings"("activity_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trainings" ADD CONSTRAINT "trainings_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activities_date_idx" ON "activities" USING btree ("project_id","on_date" DESC NULLS FIRST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "activities_kind_date_idx" ON "activities" USING btree ("project_id","kind","on_date" DESC NULLS FIRST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "activities_review_idx" ON "activities" USING btree ("project_id","review_state","on_date");--> statement-breakpoint
CREATE INDEX "activities_implementation_idx" ON "activities" USING btree ("project_id","implementation","on_date");--> statement-breakpoint
CREATE INDEX "activities_title_idx" ON "activities" USING btree ("project_id",lower("title"),"id");--> statement-breakpoint
CREATE INDEX "activities_updated_idx" ON "activities" USING btree ("project_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "activities_place_idx" ON "activities" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "activities_created_by_idx" ON "activities" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "activities_last_edited_by_idx" ON "activities" USING btree ("last_edited_by");--> statement-breakpoint
CREATE INDEX "activity_outputs_result_idx" ON "activity_outputs" USING btree ("result_id");--> statement-breakpoint
CREATE INDEX "attendance_session_idx" ON "attendance" USING btree ("activity_id","session_id");--> statement-breakpoint
CREATE INDEX "evidence_waivers_by_idx" ON "evidence_waivers" USING btree ("by_user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "headcounts_key" ON "headcounts" USING btree ("activity_id","institution_id","sex");--> statement-breakpoint
CREATE INDEX "headcounts_institution_idx" ON "headcounts" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "participants_person_idx" ON "participants" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "participants_institution_idx" ON "participants" USING btree ("institution_id","activity_id");--> statement-breakpoint
CREATE INDEX "reviews_activity_idx" ON "reviews" USING btree ("activity_id","at");--> statement-breakpoint
CREATE INDEX "reviews_by_idx" ON "reviews" USING btree ("by_user_id");--> statement-breakpoint
CREATE INDEX "sessions_activity_idx" ON "sessions" USING btree ("activity_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_log_chain_key" ON "audit_log" USING btree ("chain","seq");--> statement-breakpoint
CREATE INDEX "audit_log_entity_idx" ON "audit_log" USING btree ("entity_id","seq");--> statement-breakpoint
CREATE INDEX "audit_log_actor_idx" ON "audit_log" USING btree ("actor_id","at");--> statement-breakpoint
CREATE INDEX "end_use_checks_item_idx" ON "end_use_checks" USING btree ("item_id","checked_on");--> statement-breakpoint
CREATE INDEX "end_use_checks_recorded_by_idx" ON "end_use_checks" USING btree ("recorded_by");--> statement-breakpoint
CREATE UNIQUE INDEX "equipment_items_serial_key" ON "equipment_items" USING btree (lower(coalesce(make, '')),lower(coalesce(model, '')),lower(serial_number)) WHERE serial_number is not null;--> statement-breakpoint
CREATE INDEX "equipment_items_activity_idx" ON "equipment_items" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "equipment_items_project_idx" ON "equipment_items" USING btree ("project_id","category");--> statement-breakpoint
CREATE INDEX "hand_overs_recipient_idx" ON "hand_overs" USING btree ("recipient_institution_id");--> statement-breakpoint
CREATE INDEX "evidence_activity_idx" ON "evidence" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "evidence_sha_idx" ON "evidence" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "evidence_uploaded_by_idx" ON "evidence" USING btree ("uploaded_by");--> statement-breakpoint
CREATE INDEX "evidence_removed_by_idx" ON "evidence" USING btree ("removed_by");--> statement-breakpoint
CREATE UNIQUE INDEX "institution_names_key" ON "institution_names" USING btree ("institution_id","language","valid_from");--> statement-breakpoint
CREATE INDEX "institutions_parent_idx" ON "institutions" USING btree ("parent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "places_name_key" ON "places" USING btree ("name","country");--> statement-breakpoint
CREATE INDEX "action_points_activity_idx" ON "action_points" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "action_points_due_idx" ON "action_points" USING btree ("project_id","status","due_date");--> statement-breakpoint
CREATE INDEX "action_points_institution_idx" ON "action_points" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "action_points_person_idx" ON "action_points" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "action_points_updated_by_idx" ON "action_points" USING btree ("updated_by");--> statement-breakpoint
CREATE INDEX "agenda_items_activity_idx" ON "agenda_items" USING btree ("activity_id","position");--> statement-breakpoint
CREATE INDEX "decisions_activity_idx" ON "decisions" USING btree ("activity_id","position");--> statement-breakpoint
CREATE INDEX "people_name_idx" ON "people" USING btree (lower("family_name"),lower("given_name"),"id");--> statement-breakpoint
CREATE INDEX "people_merged_into_idx" ON "people" USING btree ("merged_into_id");--> statement-breakpoint
CREATE INDEX "people_created_by_idx" ON "people" USING btree ("created_by");--> statement-breakpoint
CREATE UNIQUE INDEX "person_posts_present_key" ON "person_posts" USING btree ("person_id") WHERE "person_posts"."to_date" is null;--> statement-breakpoint
CREATE INDEX "person_posts_person_idx" ON "person_posts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "person_posts_institution_idx" ON "person_posts" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "project_people_person_idx" ON "project_people" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "project_institutions_institution_idx" ON "project_institutions" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "reporting_periods_project_idx" ON "reporting_periods" USING btree ("project_id","from_date");--> statement-breakpoint
CREATE INDEX "reporting_periods_closed_by_idx" ON "reporting_periods" USING btree ("closed_by");--> statement-breakpoint
CREATE INDEX "report_versions_project_idx" ON "report_versions" USING btree ("project_id","issued_at");--> statement-breakpoint
CREATE INDEX "report_versions_issued_by_idx" ON "report_versions" USING btree ("issued_by");--> statement-breakpoint
CREATE INDEX "reports_project_idx" ON "reports" USING btree ("project_id","created_at");--> statement-breakpoint
CREATE INDEX "reports_period_idx" ON "reports" USING btree ("period_id");--> statement-breakpoint
CREATE INDEX "reports_created_by_idx" ON "reports" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "indicators_result_idx" ON "indicators" USING btree ("result_id");--> statement-breakpoint
CREATE INDEX "milestones_period_idx" ON "milestones" USING btree ("period_id");--> statement-breakpoint
CREATE INDEX "reading_reviews_reading_idx" ON "reading_reviews" USING btree ("reading_id","at");--> statement-breakpoint
CREATE INDEX "reading_reviews_by_idx" ON "reading_reviews" USING btree ("by_user_id");--> statement-breakpoint
CREATE INDEX "readings_project_idx" ON "readings" USING btree ("project_id","review_state");--> statement-breakpoint
CREATE INDEX "readings_period_idx" ON "readings" USING btree ("period_id");--> statement-breakpoint
CREATE INDEX "readings_created_by_idx" ON "readings" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "readings_last_edited_by_idx" ON "readings" USING btree ("last_edited_by");--> statement-breakpoint
CREATE INDEX "results_parent_idx" ON "results" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "first_counts_person_idx" ON "first_counts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "first_counts_activity_idx" ON "first_counts" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "first_counts_period_idx" ON "first_counts" USING btree ("period_id");--> statement-breakpoint
CREATE INDEX "first_counts_institution_idx" ON "first_counts" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "frozen_cells_project_idx" ON "frozen_cells" USING btree ("project_id","period_id");--> statement-breakpoint
CREATE INDEX "frozen_cells_indicator_idx" ON "frozen_cells" USING btree ("indicator_id");--> statement-breakpoint
CREATE INDEX "frozen_cells_period_idx" ON "frozen_cells" USING btree ("period_id");--> statement-breakpoint
CREATE INDEX "frozen_cells_institution_idx" ON "frozen_cells" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "rollup_cells_project_idx" ON "rollup_cells" USING btree ("project_id","scope","indicator_id");--> statement-breakpoint
CREATE INDEX "rollup_cells_indicator_idx" ON "rollup_cells" USING btree ("indicator_id");--> statement-breakpoint
CREATE INDEX "rollup_cells_period_idx" ON "rollup_cells" USING btree ("period_id");--> statement-breakpoint
CREATE INDEX "rollup_cells_institution_idx" ON "rollup_cells" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "rollup_records_project_idx" ON "rollup_records" USING btree ("project_id","indicator_id","measure");--> statement-breakpoint
CREATE INDEX "rollup_records_activity_idx" ON "rollup_records" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "rollup_records_indicator_idx" ON "rollup_records" USING btree ("indicator_id");--> statement-breakpoint
CREATE INDEX "rollup_records_period_idx" ON "rollup_records" USING btree ("period_id");--> statement-breakpoint
CREATE UNIQUE INDEX "follow_ups_participant_key" ON "follow_ups" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "follow_ups_activity_idx" ON "follow_ups" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "follow_ups_recorded_by_idx" ON "follow_ups" USING btree ("recorded_by");--> statement-breakpoint
CREATE INDEX "training_topics_topic_idx" ON "training_topics" USING btree ("topic");--> statement-breakpoint
CREATE INDEX "memberships_user_idx" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree (lower("email"));