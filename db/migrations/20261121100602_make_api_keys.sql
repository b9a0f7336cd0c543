CREATE TABLE "api_answer" (
	"shop_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"once_key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"status" integer,
	"etag" text DEFAULT '' NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_answer_shop_id_key_id_once_key_pk" PRIMARY KEY("shop_id","key_id","once_key")
);
--> statement-breakpoint
CREATE TABLE "api_key" (
	"shop_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"ending" text NOT NULL,
	"scopes" text[] NOT NULL,
	"member_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"seen_at" timestamp with time zone,
	CONSTRAINT "api_key_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "api_answer" ADD CONSTRAINT "api_answer_shop_id_key_id_api_key_shop_id_id_fk" FOREIGN KEY ("shop_id","key_id") REFERENCES "public"."api_key"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_shop_id_member_id_member_shop_id_id_fk" FOREIGN KEY ("shop_id","member_id") REFERENCES "public"."member"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_answer_created" ON "api_answer" USING btree ("shop_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "api_key_token" ON "api_key" USING btree ("token_hash");