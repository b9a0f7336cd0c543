DROP INDEX "file_unclaimed";--> statement-breakpoint
ALTER TABLE "file" ADD COLUMN "customer_id" uuid;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_shop_id_customer_id_customer_shop_id_id_fk" FOREIGN KEY ("shop_id","customer_id") REFERENCES "public"."customer"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "file_customer" ON "file" USING btree ("shop_id","customer_id","position") WHERE customer_id is not null;--> statement-breakpoint
CREATE INDEX "file_unclaimed" ON "file" USING btree ("shop_id","created_at") WHERE job_id is null and customer_id is null;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_one_owner" CHECK (job_id is null or customer_id is null);