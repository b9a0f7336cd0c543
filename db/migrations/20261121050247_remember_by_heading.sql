ALTER TABLE "import_mapping" ALTER COLUMN "mapping" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "import_mapping" ADD COLUMN "columns" jsonb DEFAULT '[]'::jsonb NOT NULL;