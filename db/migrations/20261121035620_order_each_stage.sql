DROP INDEX "job_open";--> statement-breakpoint
CREATE INDEX "job_rank" ON "job" USING btree ("shop_id","stage_id","rank") WHERE retired_at is null;--> statement-breakpoint
CREATE INDEX "job_open" ON "job" USING btree ("shop_id","number") WHERE retired_at is null and stage_kind not in ('delivered', 'cancelled');