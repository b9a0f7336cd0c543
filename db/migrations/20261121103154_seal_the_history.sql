CREATE TABLE "event_seal" (
	"shop_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"from_seq" bigint NOT NULL,
	"to_seq" bigint NOT NULL,
	"digests" "bytea" NOT NULL,
	"mac" text NOT NULL,
	"sealed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "event_seal_shop_id_number_pk" PRIMARY KEY("shop_id","number")
);
--> statement-breakpoint
CREATE INDEX "event_at" ON "event" USING btree ("shop_id","at","seq");--> statement-breakpoint
CREATE INDEX "event_actor" ON "event" USING btree ("shop_id","actor_id","at","seq");--> statement-breakpoint
CREATE INDEX "event_kind" ON "event" USING btree ("shop_id","kind","at","seq");