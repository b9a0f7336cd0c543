import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, moment } from "./columns";

/** The number of the shop's newest event; locked last in every transaction, so numbers commit in order. */
export const eventHead = pgTable("event_head", {
  shopId: uuid("shop_id").primaryKey(),
  seq: bigint("seq", { mode: "number" }).notNull().default(0),
});

/** The spine: INSERT-only for the app's role. A trigger sends NOTIFY with shop and number. */
export const event = pgTable(
  "event",
  {
    shopId: uuid("shop_id").notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    at: moment("at").notNull(),
    kind: text("kind").notNull(),
    actorKind: text("actor_kind").notNull(),
    actorId: uuid("actor_id"),
    actorName: text("actor_name").notNull(),
    subjectId: uuid("subject_id").notNull(),
    jobId: uuid("job_id"),
    customerId: uuid("customer_id"),
    before: jsonb("before").$type<Record<string, unknown> | null>(),
    after: jsonb("after").$type<Record<string, unknown> | null>(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.seq] }),
    index("event_job").on(table.shopId, table.jobId, table.seq).where(sql`job_id is not null`),
    index("event_customer").on(table.shopId, table.customerId, table.seq).where(sql`customer_id is not null`),
    index("event_subject").on(table.shopId, table.subjectId, table.seq),
    // What a member's inbox is made of.
    index("event_of_customers")
      .on(table.shopId, table.seq)
      .where(sql`actor_kind in ('contact', 'link') and kind in ('proof.decided', 'comment.added')`),
    index("event_of_mentions")
      .on(table.shopId, table.seq)
      .where(sql`kind = 'comment.added' and jsonb_exists(after, 'mentions')`),
    index("event_of_assigned")
      .on(table.shopId, sql`(after ->> 'memberId')`, table.seq)
      .where(sql`kind = 'job.assigned'`),
    // What the audit is searched by.
    index("event_at").on(table.shopId, table.at, table.seq),
    index("event_actor").on(table.shopId, table.actorId, table.at, table.seq),
    index("event_kind").on(table.shopId, table.kind, table.at, table.seq),
  ],
);

/** Seals over the history, INSERT-only: lib/audit/chain.mjs says what each one proves. */
export const eventSeal = pgTable(
  "event_seal",
  {
    shopId: uuid("shop_id").notNull(),
    number: integer("number").notNull(),
    fromSeq: bigint("from_seq", { mode: "number" }).notNull(),
    toSeq: bigint("to_seq", { mode: "number" }).notNull(),
    digests: bytes("digests").notNull(),
    mac: text("mac").notNull(),
    sealedAt: moment("sealed_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.shopId, table.number] })],
);
