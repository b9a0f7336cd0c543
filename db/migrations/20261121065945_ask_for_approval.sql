CREATE TABLE "approval_link" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"shop_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "contact_session" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"shop_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"job_id" uuid NOT NULL,
	"proof_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"contact_id" uuid,
	"member_id" uuid,
	"by_name" text NOT NULL,
	"by_email" text DEFAULT '' NOT NULL,
	"known_by" text NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"device" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "decision_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "proof" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"job_id" uuid NOT NULL,
	"title" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "proof_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "proof_page" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"version_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"storage_key" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	CONSTRAINT "proof_page_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "proof_recipient" (
	"shop_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone,
	CONSTRAINT "proof_recipient_shop_id_version_id_contact_id_pk" PRIMARY KEY("shop_id","version_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "proof_version" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"proof_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"file_id" uuid NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"pages" integer,
	"problem" text DEFAULT '' NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"due_on" date,
	"expires_at" timestamp with time zone,
	"asked_at" timestamp with time zone,
	"asked_by" uuid,
	"reminders_sent" integer DEFAULT 0 NOT NULL,
	"decided_at" timestamp with time zone,
	"member_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "proof_version_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "inbox_mark" (
	"shop_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"seen_seq" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "inbox_mark_shop_id_member_id_pk" PRIMARY KEY("shop_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "notice_template" (
	"shop_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"is_on" boolean DEFAULT true NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "notice_template_shop_id_kind_pk" PRIMARY KEY("shop_id","kind")
);
--> statement-breakpoint
CREATE TABLE "shop_brand" (
	"shop_id" uuid PRIMARY KEY NOT NULL,
	"logo" "bytea",
	"accent" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"reply_to" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "spine_reader" (
	"shop_id" uuid NOT NULL,
	"name" text NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "spine_reader_shop_id_name_pk" PRIMARY KEY("shop_id","name")
);
--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "portal_role" text;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "portal_invited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "contact_id" uuid;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "proof_version_id" uuid;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "page" integer;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "pin_x" integer;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "pin_y" integer;--> statement-breakpoint
ALTER TABLE "file" ADD COLUMN "shared_key" text;--> statement-breakpoint
ALTER TABLE "file" ADD COLUMN "category" text DEFAULT 'other' NOT NULL;--> statement-breakpoint
ALTER TABLE "file" ADD COLUMN "visibility" text DEFAULT 'private' NOT NULL;--> statement-breakpoint
ALTER TABLE "file" ADD COLUMN "contact_id" uuid;--> statement-breakpoint
ALTER TABLE "file" ADD COLUMN "downloads" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "job" ADD COLUMN "proof_state" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "job" ADD COLUMN "status_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "stage" ADD COLUMN "requires_proof" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "stage" ADD COLUMN "is_shown_to_customer" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "stage" ADD COLUMN "customer_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "reply_to" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "customer_id" uuid;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "contact_id" uuid;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "job_id" uuid;--> statement-breakpoint
ALTER TABLE "approval_link" ADD CONSTRAINT "approval_link_shop_id_shop_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shop"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_link" ADD CONSTRAINT "approval_link_shop_id_version_id_proof_version_shop_id_id_fk" FOREIGN KEY ("shop_id","version_id") REFERENCES "public"."proof_version"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_link" ADD CONSTRAINT "approval_link_shop_id_contact_id_contact_shop_id_id_fk" FOREIGN KEY ("shop_id","contact_id") REFERENCES "public"."contact"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_session" ADD CONSTRAINT "contact_session_shop_id_shop_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shop"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_session" ADD CONSTRAINT "contact_session_shop_id_contact_id_contact_shop_id_id_fk" FOREIGN KEY ("shop_id","contact_id") REFERENCES "public"."contact"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_shop_id_job_id_job_shop_id_id_fk" FOREIGN KEY ("shop_id","job_id") REFERENCES "public"."job"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_shop_id_proof_id_proof_shop_id_id_fk" FOREIGN KEY ("shop_id","proof_id") REFERENCES "public"."proof"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_shop_id_version_id_proof_version_shop_id_id_fk" FOREIGN KEY ("shop_id","version_id") REFERENCES "public"."proof_version"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_shop_id_contact_id_contact_shop_id_id_fk" FOREIGN KEY ("shop_id","contact_id") REFERENCES "public"."contact"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_shop_id_member_id_member_shop_id_id_fk" FOREIGN KEY ("shop_id","member_id") REFERENCES "public"."member"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proof" ADD CONSTRAINT "proof_shop_id_job_id_job_shop_id_id_fk" FOREIGN KEY ("shop_id","job_id") REFERENCES "public"."job"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proof_page" ADD CONSTRAINT "proof_page_shop_id_version_id_proof_version_shop_id_id_fk" FOREIGN KEY ("shop_id","version_id") REFERENCES "public"."proof_version"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proof_recipient" ADD CONSTRAINT "proof_recipient_shop_id_version_id_proof_version_shop_id_id_fk" FOREIGN KEY ("shop_id","version_id") REFERENCES "public"."proof_version"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proof_recipient" ADD CONSTRAINT "proof_recipient_shop_id_contact_id_contact_shop_id_id_fk" FOREIGN KEY ("shop_id","contact_id") REFERENCES "public"."contact"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proof_version" ADD CONSTRAINT "proof_version_shop_id_proof_id_proof_shop_id_id_fk" FOREIGN KEY ("shop_id","proof_id") REFERENCES "public"."proof"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proof_version" ADD CONSTRAINT "proof_version_shop_id_file_id_file_shop_id_id_fk" FOREIGN KEY ("shop_id","file_id") REFERENCES "public"."file"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proof_version" ADD CONSTRAINT "proof_version_shop_id_asked_by_member_shop_id_id_fk" FOREIGN KEY ("shop_id","asked_by") REFERENCES "public"."member"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proof_version" ADD CONSTRAINT "proof_version_shop_id_member_id_member_shop_id_id_fk" FOREIGN KEY ("shop_id","member_id") REFERENCES "public"."member"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_mark" ADD CONSTRAINT "inbox_mark_shop_id_member_id_member_shop_id_id_fk" FOREIGN KEY ("shop_id","member_id") REFERENCES "public"."member"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "approval_link_token" ON "approval_link" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "approval_link_version" ON "approval_link" USING btree ("shop_id","version_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contact_session_token" ON "contact_session" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "contact_session_contact" ON "contact_session" USING btree ("shop_id","contact_id");--> statement-breakpoint
CREATE INDEX "decision_proof" ON "decision" USING btree ("shop_id","proof_id","at");--> statement-breakpoint
CREATE INDEX "proof_job" ON "proof" USING btree ("shop_id","job_id");--> statement-breakpoint
CREATE UNIQUE INDEX "proof_page_number" ON "proof_page" USING btree ("shop_id","version_id","number");--> statement-breakpoint
CREATE INDEX "proof_page_key" ON "proof_page" USING btree ("shop_id","storage_key");--> statement-breakpoint
CREATE INDEX "proof_recipient_contact" ON "proof_recipient" USING btree ("shop_id","contact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "proof_version_number" ON "proof_version" USING btree ("shop_id","proof_id","number");--> statement-breakpoint
CREATE INDEX "proof_version_file" ON "proof_version" USING btree ("shop_id","file_id");--> statement-breakpoint
CREATE INDEX "proof_version_waiting" ON "proof_version" USING btree ("shop_id","asked_at") WHERE state = 'waiting';--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_shop_id_contact_id_contact_shop_id_id_fk" FOREIGN KEY ("shop_id","contact_id") REFERENCES "public"."contact"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_shop_id_proof_version_id_proof_version_shop_id_id_fk" FOREIGN KEY ("shop_id","proof_version_id") REFERENCES "public"."proof_version"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_shop_id_contact_id_contact_shop_id_id_fk" FOREIGN KEY ("shop_id","contact_id") REFERENCES "public"."contact"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_shop_id_customer_id_customer_shop_id_id_fk" FOREIGN KEY ("shop_id","customer_id") REFERENCES "public"."customer"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_shop_id_contact_id_contact_shop_id_id_fk" FOREIGN KEY ("shop_id","contact_id") REFERENCES "public"."contact"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_shop_id_job_id_job_shop_id_id_fk" FOREIGN KEY ("shop_id","job_id") REFERENCES "public"."job"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_portal_email" ON "contact" USING btree ("shop_id","email") WHERE portal_role is not null;--> statement-breakpoint
CREATE INDEX "comment_proof_version" ON "comment" USING btree ("shop_id","proof_version_id","created_at") WHERE proof_version_id is not null;--> statement-breakpoint
CREATE INDEX "message_job" ON "message" USING btree ("shop_id","job_id","created_at") WHERE job_id is not null;--> statement-breakpoint
CREATE INDEX "message_customer" ON "message" USING btree ("shop_id","customer_id","created_at") WHERE customer_id is not null;