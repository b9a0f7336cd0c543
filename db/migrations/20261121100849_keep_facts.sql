CREATE TABLE "booking" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"job_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"day" date NOT NULL,
	"cents" bigint NOT NULL,
	CONSTRAINT "booking_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "day_total" (
	"shop_id" uuid NOT NULL,
	"day" date NOT NULL,
	"booked_cents" bigint DEFAULT 0 NOT NULL,
	"delivered_cents" bigint DEFAULT 0 NOT NULL,
	"delivered_jobs" bigint DEFAULT 0 NOT NULL,
	"delivered_cm2" numeric DEFAULT 0 NOT NULL,
	"on_time_jobs" bigint DEFAULT 0 NOT NULL,
	"due_jobs" bigint DEFAULT 0 NOT NULL,
	"powder_cents" bigint DEFAULT 0 NOT NULL,
	"open_jobs" bigint DEFAULT 0 NOT NULL,
	"overdue_jobs" bigint DEFAULT 0 NOT NULL,
	"waiting_proofs" bigint DEFAULT 0 NOT NULL,
	"stock_cents" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "day_total_shop_id_day_pk" PRIMARY KEY("shop_id","day")
);
--> statement-breakpoint
CREATE TABLE "fact_delta" (
	"shop_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "fact_delta_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"day" date NOT NULL,
	"booked_cents" bigint DEFAULT 0 NOT NULL,
	"delivered_cents" bigint DEFAULT 0 NOT NULL,
	"delivered_jobs" bigint DEFAULT 0 NOT NULL,
	"delivered_cm2" numeric DEFAULT 0 NOT NULL,
	"on_time_jobs" bigint DEFAULT 0 NOT NULL,
	"due_jobs" bigint DEFAULT 0 NOT NULL,
	"powder_cents" bigint DEFAULT 0 NOT NULL,
	"open_jobs" bigint DEFAULT 0 NOT NULL,
	"overdue_jobs" bigint DEFAULT 0 NOT NULL,
	"waiting_proofs" bigint DEFAULT 0 NOT NULL,
	"stock_cents" bigint DEFAULT 0 NOT NULL,
	"turnaround_days" integer,
	"turnaround_jobs" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "fact_delta_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "job_fact" (
	"shop_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"is_counted" boolean NOT NULL,
	"opened_day" date NOT NULL,
	"closed_day" date,
	"overdue_day" date,
	"ready_day" date,
	"turnaround_days" integer,
	"delivered_at" timestamp with time zone,
	"delivered_day" date,
	"delivered_cents" bigint DEFAULT 0 NOT NULL,
	"delivered_cm2" numeric DEFAULT 0 NOT NULL,
	"is_on_time" boolean,
	CONSTRAINT "job_fact_shop_id_job_id_pk" PRIMARY KEY("shop_id","job_id")
);
--> statement-breakpoint
CREATE TABLE "level_total" (
	"shop_id" uuid PRIMARY KEY NOT NULL,
	"open_jobs" bigint DEFAULT 0 NOT NULL,
	"overdue_jobs" bigint DEFAULT 0 NOT NULL,
	"waiting_proofs" bigint DEFAULT 0 NOT NULL,
	"stock_cents" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shop_goals" (
	"shop_id" uuid PRIMARY KEY NOT NULL,
	"working_days" smallint DEFAULT 31 NOT NULL,
	"targets" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stock_change" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"lot_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"day" date NOT NULL,
	"cents" bigint NOT NULL,
	CONSTRAINT "stock_change_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "turnaround_total" (
	"shop_id" uuid NOT NULL,
	"day" date NOT NULL,
	"days" integer NOT NULL,
	"jobs" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "turnaround_total_shop_id_day_days_pk" PRIMARY KEY("shop_id","day","days")
);
--> statement-breakpoint
CREATE TABLE "waiting_fact" (
	"shop_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date,
	CONSTRAINT "waiting_fact_shop_id_version_id_pk" PRIMARY KEY("shop_id","version_id")
);
--> statement-breakpoint
ALTER TABLE "job" ADD COLUMN "agreed_due_on" date;--> statement-breakpoint
ALTER TABLE "job" ADD COLUMN "booked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "booking" ADD CONSTRAINT "booking_shop_id_job_id_job_shop_id_id_fk" FOREIGN KEY ("shop_id","job_id") REFERENCES "public"."job"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_fact" ADD CONSTRAINT "job_fact_shop_id_job_id_job_shop_id_id_fk" FOREIGN KEY ("shop_id","job_id") REFERENCES "public"."job"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_change" ADD CONSTRAINT "stock_change_shop_id_lot_id_lot_shop_id_id_fk" FOREIGN KEY ("shop_id","lot_id") REFERENCES "public"."lot"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_fact" ADD CONSTRAINT "waiting_fact_shop_id_version_id_proof_version_shop_id_id_fk" FOREIGN KEY ("shop_id","version_id") REFERENCES "public"."proof_version"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "booking_job" ON "booking" USING btree ("shop_id","job_id","at");--> statement-breakpoint
CREATE INDEX "booking_day" ON "booking" USING btree ("shop_id","day" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "job_fact_delivered" ON "job_fact" USING btree ("shop_id","delivered_day" DESC NULLS LAST,"job_id") WHERE delivered_day is not null;--> statement-breakpoint
CREATE INDEX "job_fact_ready" ON "job_fact" USING btree ("shop_id","ready_day" DESC NULLS LAST,"job_id") WHERE turnaround_days is not null;--> statement-breakpoint
CREATE INDEX "job_fact_closed" ON "job_fact" USING btree ("shop_id","closed_day") WHERE closed_day is not null;--> statement-breakpoint
CREATE INDEX "job_fact_open" ON "job_fact" USING btree ("shop_id","opened_day") WHERE closed_day is null and is_counted;--> statement-breakpoint
CREATE INDEX "stock_change_lot" ON "stock_change" USING btree ("shop_id","lot_id","day");--> statement-breakpoint
CREATE INDEX "stock_change_day" ON "stock_change" USING btree ("shop_id","day");--> statement-breakpoint
CREATE INDEX "waiting_fact_until" ON "waiting_fact" USING btree ("shop_id","until_day");--> statement-breakpoint
CREATE INDEX "movement_at" ON "movement" USING btree ("shop_id","at");