ALTER TABLE "proof_page" ADD COLUMN "small_key" text NOT NULL;--> statement-breakpoint
CREATE INDEX "proof_page_small_key" ON "proof_page" USING btree ("shop_id","small_key");