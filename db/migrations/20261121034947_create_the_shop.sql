CREATE TABLE "contact" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"customer_id" uuid NOT NULL,
	"name" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"mobile" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "contact_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "customer" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"parent_id" uuid,
	"phone" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"bill_address" text DEFAULT '' NOT NULL,
	"ship_address" text DEFAULT '' NOT NULL,
	"kind" text DEFAULT '' NOT NULL,
	"terms" text DEFAULT '' NOT NULL,
	"tax_status" text DEFAULT '' NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"is_inactive" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "customer_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "event" (
	"shop_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"job_id" uuid,
	"customer_id" uuid,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "event_shop_id_seq_pk" PRIMARY KEY("shop_id","seq")
);
--> statement-breakpoint
CREATE TABLE "event_head" (
	"shop_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_mapping" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"signature" text NOT NULL,
	"mapping" jsonb NOT NULL,
	CONSTRAINT "import_mapping_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "import_row" (
	"shop_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"verdict" text NOT NULL,
	"state" text NOT NULL,
	"raw" jsonb NOT NULL,
	"values" jsonb NOT NULL,
	"problems" jsonb NOT NULL,
	"made" jsonb NOT NULL,
	CONSTRAINT "import_row_shop_id_run_id_row_pk" PRIMARY KEY("shop_id","run_id","row")
);
--> statement-breakpoint
CREATE TABLE "import_run" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"storage_key" text NOT NULL,
	"signature" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"answers" jsonb NOT NULL,
	"state" text NOT NULL,
	"counts" jsonb NOT NULL,
	"rows_in_all" integer NOT NULL,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"is_cancel_asked" boolean DEFAULT false NOT NULL,
	"error" text DEFAULT '' NOT NULL,
	"member_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "import_run_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "coat" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"part_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"role" text DEFAULT 'top' NOT NULL,
	"system" text NOT NULL,
	"powder_id" uuid,
	"code" text DEFAULT '' NOT NULL,
	"name" text NOT NULL,
	"hex" text DEFAULT '' NOT NULL,
	"gloss" text,
	"texture" text,
	"film_um" integer,
	CONSTRAINT "coat_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "comment" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"job_id" uuid NOT NULL,
	"parent_id" uuid,
	"member_id" uuid,
	"author_name" text NOT NULL,
	"body" text NOT NULL,
	"visibility" text NOT NULL,
	"mentions" uuid[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone,
	"retired_at" timestamp with time zone,
	CONSTRAINT "comment_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "file" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"job_id" uuid,
	"part_id" uuid,
	"member_id" uuid,
	"name" text NOT NULL,
	"content_type" text NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"thumbnail_key" text,
	"width" integer,
	"height" integer,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "file_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "inspection" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"job_id" uuid NOT NULL,
	"is_pass" boolean NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"member_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inspection_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "job" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"number" integer NOT NULL,
	"old_number" text DEFAULT '' NOT NULL,
	"customer_id" uuid NOT NULL,
	"contact_id" uuid,
	"stage_id" uuid NOT NULL,
	"stage_kind" text NOT NULL,
	"rank" text collate "C" NOT NULL,
	"placement" integer DEFAULT 1 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"priority" text DEFAULT 'normal' NOT NULL,
	"due_on" date,
	"po_number" text DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"price_cents" bigint,
	"priced_by_line" boolean DEFAULT false NOT NULL,
	"stage_entered_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone,
	"passed_at" timestamp with time zone,
	"ready_at" timestamp with time zone,
	"delivered_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "job_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "job_assignee" (
	"shop_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	CONSTRAINT "job_assignee_shop_id_job_id_member_id_pk" PRIMARY KEY("shop_id","job_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "job_counter" (
	"shop_id" uuid PRIMARY KEY NOT NULL,
	"next_number" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "part" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"job_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"description" text NOT NULL,
	"quantity" integer DEFAULT 1 NOT NULL,
	"substrate" text,
	"area_each_cm2" numeric(14, 4),
	"masking" text DEFAULT '' NOT NULL,
	"critical_areas" text DEFAULT '' NOT NULL,
	"price_cents" bigint,
	"retired_at" timestamp with time zone,
	CONSTRAINT "part_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "stage" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"wip_limit" integer,
	"retired_at" timestamp with time zone,
	CONSTRAINT "stage_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "message" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"once_key" text NOT NULL,
	"kind" text NOT NULL,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"error" text DEFAULT '' NOT NULL,
	"provider_id" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "message_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "link" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"kind" text NOT NULL,
	"email" text NOT NULL,
	"shop_id" uuid,
	"role" text,
	"name" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "member" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"shop_id" uuid NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "shop" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"locale" text NOT NULL,
	"currency" text NOT NULL,
	"units" text NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "throttle" (
	"key" text PRIMARY KEY NOT NULL,
	"tries" integer NOT NULL,
	"resets_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lot" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"powder_id" uuid NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"location" text DEFAULT '' NOT NULL,
	"box_mg" bigint,
	"received_on" date,
	"opened_on" date,
	"made_on" date,
	"expires_on" date,
	"price_cents" bigint,
	"price_unit" text,
	"notes" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "lot_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "movement" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"lot_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"mass_mg" bigint NOT NULL,
	"quantity_typed" numeric(14, 6) NOT NULL,
	"unit_typed" text NOT NULL,
	"cost_cents" bigint,
	"job_id" uuid,
	"coat_id" uuid,
	"reverses_id" uuid,
	"reason" text DEFAULT '' NOT NULL,
	"member_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "movement_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "powder" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"maker" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"colour_code" text DEFAULT '' NOT NULL,
	"hex" text DEFAULT '' NOT NULL,
	"gloss" text,
	"texture" text DEFAULT 'smooth' NOT NULL,
	"chemistry" text DEFAULT '' NOT NULL,
	"specific_gravity" numeric(4, 2),
	"price_cents" bigint,
	"price_unit" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "powder_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_shop_id_customer_id_customer_shop_id_id_fk" FOREIGN KEY ("shop_id","customer_id") REFERENCES "public"."customer"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer" ADD CONSTRAINT "customer_shop_id_parent_id_customer_shop_id_id_fk" FOREIGN KEY ("shop_id","parent_id") REFERENCES "public"."customer"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_shop_id_run_id_import_run_shop_id_id_fk" FOREIGN KEY ("shop_id","run_id") REFERENCES "public"."import_run"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_shop_id_member_id_member_shop_id_id_fk" FOREIGN KEY ("shop_id","member_id") REFERENCES "public"."member"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coat" ADD CONSTRAINT "coat_shop_id_part_id_part_shop_id_id_fk" FOREIGN KEY ("shop_id","part_id") REFERENCES "public"."part"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coat" ADD CONSTRAINT "coat_shop_id_powder_id_powder_shop_id_id_fk" FOREIGN KEY ("shop_id","powder_id") REFERENCES "public"."powder"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_shop_id_job_id_job_shop_id_id_fk" FOREIGN KEY ("shop_id","job_id") REFERENCES "public"."job"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_shop_id_parent_id_comment_shop_id_id_fk" FOREIGN KEY ("shop_id","parent_id") REFERENCES "public"."comment"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_shop_id_member_id_member_shop_id_id_fk" FOREIGN KEY ("shop_id","member_id") REFERENCES "public"."member"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_shop_id_job_id_job_shop_id_id_fk" FOREIGN KEY ("shop_id","job_id") REFERENCES "public"."job"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_shop_id_part_id_part_shop_id_id_fk" FOREIGN KEY ("shop_id","part_id") REFERENCES "public"."part"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_shop_id_member_id_member_shop_id_id_fk" FOREIGN KEY ("shop_id","member_id") REFERENCES "public"."member"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection" ADD CONSTRAINT "inspection_shop_id_job_id_job_shop_id_id_fk" FOREIGN KEY ("shop_id","job_id") REFERENCES "public"."job"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection" ADD CONSTRAINT "inspection_shop_id_member_id_member_shop_id_id_fk" FOREIGN KEY ("shop_id","member_id") REFERENCES "public"."member"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job" ADD CONSTRAINT "job_shop_id_customer_id_customer_shop_id_id_fk" FOREIGN KEY ("shop_id","customer_id") REFERENCES "public"."customer"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job" ADD CONSTRAINT "job_shop_id_contact_id_contact_shop_id_id_fk" FOREIGN KEY ("shop_id","contact_id") REFERENCES "public"."contact"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job" ADD CONSTRAINT "job_shop_id_stage_id_stage_shop_id_id_fk" FOREIGN KEY ("shop_id","stage_id") REFERENCES "public"."stage"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_assignee" ADD CONSTRAINT "job_assignee_shop_id_job_id_job_shop_id_id_fk" FOREIGN KEY ("shop_id","job_id") REFERENCES "public"."job"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_assignee" ADD CONSTRAINT "job_assignee_shop_id_member_id_member_shop_id_id_fk" FOREIGN KEY ("shop_id","member_id") REFERENCES "public"."member"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part" ADD CONSTRAINT "part_shop_id_job_id_job_shop_id_id_fk" FOREIGN KEY ("shop_id","job_id") REFERENCES "public"."job"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_shop_id_shop_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shop"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_shop_id_shop_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shop"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lot" ADD CONSTRAINT "lot_shop_id_powder_id_powder_shop_id_id_fk" FOREIGN KEY ("shop_id","powder_id") REFERENCES "public"."powder"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movement" ADD CONSTRAINT "movement_shop_id_lot_id_lot_shop_id_id_fk" FOREIGN KEY ("shop_id","lot_id") REFERENCES "public"."lot"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movement" ADD CONSTRAINT "movement_shop_id_reverses_id_movement_shop_id_id_fk" FOREIGN KEY ("shop_id","reverses_id") REFERENCES "public"."movement"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movement" ADD CONSTRAINT "movement_shop_id_job_id_job_shop_id_id_fk" FOREIGN KEY ("shop_id","job_id") REFERENCES "public"."job"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movement" ADD CONSTRAINT "movement_shop_id_coat_id_coat_shop_id_id_fk" FOREIGN KEY ("shop_id","coat_id") REFERENCES "public"."coat"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movement" ADD CONSTRAINT "movement_shop_id_member_id_member_shop_id_id_fk" FOREIGN KEY ("shop_id","member_id") REFERENCES "public"."member"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_customer" ON "contact" USING btree ("shop_id","customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contact_email" ON "contact" USING btree ("shop_id","customer_id","email") WHERE email <> '' and retired_at is null;--> statement-breakpoint
CREATE INDEX "customer_name" ON "customer" USING btree ("shop_id",lower(name),"id");--> statement-breakpoint
CREATE INDEX "customer_name_key" ON "customer" USING btree ("shop_id","name_key");--> statement-breakpoint
CREATE INDEX "event_job" ON "event" USING btree ("shop_id","job_id","seq") WHERE job_id is not null;--> statement-breakpoint
CREATE INDEX "event_customer" ON "event" USING btree ("shop_id","customer_id","seq") WHERE customer_id is not null;--> statement-breakpoint
CREATE INDEX "event_subject" ON "event" USING btree ("shop_id","subject_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "import_mapping_signature" ON "import_mapping" USING btree ("shop_id","kind","signature");--> statement-breakpoint
CREATE INDEX "import_row_state" ON "import_row" USING btree ("shop_id","run_id","state","row");--> statement-breakpoint
CREATE INDEX "import_run_created" ON "import_run" USING btree ("shop_id","created_at");--> statement-breakpoint
CREATE INDEX "coat_part" ON "coat" USING btree ("shop_id","part_id","position");--> statement-breakpoint
CREATE INDEX "coat_powder" ON "coat" USING btree ("shop_id","powder_id") WHERE powder_id is not null;--> statement-breakpoint
CREATE INDEX "comment_job" ON "comment" USING btree ("shop_id","job_id","created_at");--> statement-breakpoint
CREATE INDEX "file_job" ON "file" USING btree ("shop_id","job_id","position");--> statement-breakpoint
CREATE INDEX "file_unclaimed" ON "file" USING btree ("shop_id","created_at") WHERE job_id is null;--> statement-breakpoint
CREATE INDEX "inspection_job" ON "inspection" USING btree ("shop_id","job_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "job_number" ON "job" USING btree ("shop_id","number");--> statement-breakpoint
CREATE INDEX "job_open" ON "job" USING btree ("shop_id","stage_id","rank") WHERE retired_at is null and stage_kind not in ('delivered', 'cancelled');--> statement-breakpoint
CREATE INDEX "job_delivered" ON "job" USING btree ("shop_id","delivered_at" DESC NULLS LAST) WHERE retired_at is null and delivered_at is not null;--> statement-breakpoint
CREATE INDEX "job_customer" ON "job" USING btree ("shop_id","customer_id","number");--> statement-breakpoint
CREATE INDEX "job_due" ON "job" USING btree ("shop_id","due_on","number");--> statement-breakpoint
CREATE INDEX "job_created" ON "job" USING btree ("shop_id","created_at","number");--> statement-breakpoint
CREATE INDEX "job_stage" ON "job" USING btree ("shop_id","stage_id","number");--> statement-breakpoint
CREATE INDEX "job_assignee_member" ON "job_assignee" USING btree ("shop_id","member_id");--> statement-breakpoint
CREATE INDEX "part_job" ON "part" USING btree ("shop_id","job_id","position");--> statement-breakpoint
CREATE INDEX "stage_position" ON "stage" USING btree ("shop_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "message_once" ON "message" USING btree ("shop_id","once_key");--> statement-breakpoint
CREATE INDEX "message_created" ON "message" USING btree ("shop_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "link_token" ON "link" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "link_shop" ON "link" USING btree ("shop_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_person" ON "member" USING btree ("shop_id","person_id");--> statement-breakpoint
CREATE INDEX "member_of_person" ON "member" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_email" ON "person" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "session_token" ON "session" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "session_person" ON "session" USING btree ("person_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "lot_powder" ON "lot" USING btree ("shop_id","powder_id");--> statement-breakpoint
CREATE INDEX "movement_lot" ON "movement" USING btree ("shop_id","lot_id","at");--> statement-breakpoint
CREATE INDEX "movement_job" ON "movement" USING btree ("shop_id","job_id") WHERE job_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "movement_reversed_once" ON "movement" USING btree ("shop_id","reverses_id") WHERE reverses_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "powder_code" ON "powder" USING btree ("shop_id",lower(maker),lower(code)) WHERE retired_at is null;--> statement-breakpoint
CREATE INDEX "powder_name" ON "powder" USING btree ("shop_id",lower(name),"id");