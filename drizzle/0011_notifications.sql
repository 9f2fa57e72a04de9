CREATE TABLE "notification_recipients" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid,
	"address_hash" text,
	"frequency" text DEFAULT 'daily' NOT NULL,
	"language" text,
	"last_digest_at" timestamp with time zone,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notification_recipients_one" CHECK (("notification_recipients"."user_id" is null) <> ("notification_recipients"."address_hash" is null)),
	CONSTRAINT "notification_recipients_frequency" CHECK ("frequency" in ('at_once', 'daily', 'weekly', 'never')),
	CONSTRAINT "notification_recipients_language" CHECK ("language" in ('en', 'cnr')),
	CONSTRAINT "notification_recipients_length" CHECK (char_length("address_hash") <= 64)
);
--> statement-breakpoint
CREATE TABLE "notified" (
	"recipient_id" uuid NOT NULL,
	"key" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "notified_recipient_id_key_pk" PRIMARY KEY("recipient_id","key"),
	CONSTRAINT "notified_length" CHECK (char_length("key") <= 200)
);
--> statement-breakpoint
CREATE TABLE "outbox_mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recipient_id" uuid NOT NULL,
	"address" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"items" integer NOT NULL,
	"settings_link_id" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"last_error" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "outbox_mails_state" CHECK ("state" in ('waiting', 'sent', 'failed', 'kept')),
	CONSTRAINT "outbox_mails_sent" CHECK (("outbox_mails"."state" = 'sent') = ("outbox_mails"."sent_at" is not null)),
	CONSTRAINT "outbox_mails_length" CHECK (char_length("address") <= 254 and char_length("subject") <= 300 and char_length("body") <= 100000 and char_length("last_error") <= 500)
);
--> statement-breakpoint
ALTER TABLE "access_links" DROP CONSTRAINT "access_links_purpose";--> statement-breakpoint
ALTER TABLE "notification_recipients" ADD CONSTRAINT "notification_recipients_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notified" ADD CONSTRAINT "notified_recipient_id_notification_recipients_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."notification_recipients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD CONSTRAINT "outbox_mails_recipient_id_notification_recipients_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."notification_recipients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD CONSTRAINT "outbox_mails_settings_link_id_access_links_id_fk" FOREIGN KEY ("settings_link_id") REFERENCES "public"."access_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "notification_recipients_user_key" ON "notification_recipients" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notification_recipients_address_key" ON "notification_recipients" USING btree ("address_hash");--> statement-breakpoint
CREATE INDEX "outbox_mails_recipient_idx" ON "outbox_mails" USING btree ("recipient_id","created_at");--> statement-breakpoint
CREATE INDEX "outbox_mails_settings_link_idx" ON "outbox_mails" USING btree ("settings_link_id");--> statement-breakpoint
CREATE INDEX "outbox_mails_created_idx" ON "outbox_mails" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "outbox_mails_waiting_idx" ON "outbox_mails" USING btree ("next_attempt_at") WHERE state = 'waiting';--> statement-breakpoint
ALTER TABLE "access_links" ADD CONSTRAINT "access_links_purpose" CHECK ("purpose" in ('action_point', 'follow_up_participant', 'follow_up_supervisor', 'hand_over_signature', 'mail_settings', 'questionnaire'));