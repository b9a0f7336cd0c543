ALTER TABLE "lot" ADD COLUMN "retested_on" date;--> statement-breakpoint
ALTER TABLE "lot" ADD COLUMN "is_rejected" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "lot" ADD COLUMN "on_hand_mg" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "powder" ADD COLUMN "film_um" integer;--> statement-breakpoint
ALTER TABLE "powder" ADD COLUMN "transfer_percent" integer;--> statement-breakpoint
ALTER TABLE "powder" ADD COLUMN "cure" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "powder" ADD COLUMN "shelf_life_months" integer;--> statement-breakpoint
ALTER TABLE "powder" ADD COLUMN "shelf_life_from" text DEFAULT 'made' NOT NULL;--> statement-breakpoint
ALTER TABLE "powder" ADD COLUMN "low_at_mg" bigint;--> statement-breakpoint
ALTER TABLE "lot" ADD CONSTRAINT "lot_never_negative" CHECK (on_hand_mg >= 0);