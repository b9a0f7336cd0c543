CREATE TABLE "alert" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"episode" text DEFAULT '' NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"resolved_at" timestamp with time zone,
	"resolved_by" uuid,
	"snoozed_until" timestamp with time zone,
	CONSTRAINT "alert_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "alert_read" (
	"shop_id" uuid NOT NULL,
	"alert_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	CONSTRAINT "alert_read_shop_id_alert_id_member_id_pk" PRIMARY KEY("shop_id","alert_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "alert_settings" (
	"shop_id" uuid PRIMARY KEY NOT NULL,
	"rules" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_shop_id_resolved_by_member_shop_id_id_fk" FOREIGN KEY ("shop_id","resolved_by") REFERENCES "public"."member"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_read" ADD CONSTRAINT "alert_read_shop_id_alert_id_alert_shop_id_id_fk" FOREIGN KEY ("shop_id","alert_id") REFERENCES "public"."alert"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_read" ADD CONSTRAINT "alert_read_shop_id_member_id_member_shop_id_id_fk" FOREIGN KEY ("shop_id","member_id") REFERENCES "public"."member"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alert_once" ON "alert" USING btree ("shop_id","kind","subject_id","episode") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "alert_open" ON "alert" USING btree ("shop_id","raised_at") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "alert_resolved" ON "alert" USING btree ("shop_id","resolved_at") WHERE resolved_at is not null;