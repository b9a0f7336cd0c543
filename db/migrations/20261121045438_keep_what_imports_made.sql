ALTER TABLE "import_row" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "choices" jsonb DEFAULT '{}'::jsonb NOT NULL;
