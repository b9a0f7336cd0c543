ALTER TABLE "inbox_mark" ADD COLUMN "opened_seqs" bigint[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "event_of_customers" ON "event" USING btree ("shop_id","seq") WHERE actor_kind in ('contact', 'link') and kind in ('proof.decided', 'comment.added');--> statement-breakpoint
CREATE INDEX "event_of_mentions" ON "event" USING btree ("shop_id","seq") WHERE kind = 'comment.added' and jsonb_exists(after, 'mentions');--> statement-breakpoint
CREATE INDEX "event_of_assigned" ON "event" USING btree ("shop_id",(after ->> 'memberId'),"seq") WHERE kind = 'job.assigned';