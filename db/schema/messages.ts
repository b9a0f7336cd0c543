import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { NoticeKind } from "../vocabulary";
import { bytes, createdAt, moment, tenantKey, tenantPrimaryKey, tenantReference } from "./columns";
import { contact, customer } from "./customers";
import { job } from "./jobs";
import { member } from "./people";

export type MessageState = "waiting" | "sent" | "kept" | "failed";

/** One e-mail and its fate. "kept" means that no mail service is set up and an owner reads it here. */
export const message = pgTable(
  "message",
  {
    ...tenantKey,
    /** The same key is the same message: a second request for it changes nothing. */
    onceKey: text("once_key").notNull(),
    kind: text("kind").notNull(),
    toAddress: text("to_address").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    html: text("html").notNull(),
    state: text("state").$type<MessageState>().notNull().default("waiting"),
    attempts: integer("attempts").notNull().default(0),
    error: text("error").notNull().default(""),
    providerId: text("provider_id").notNull().default(""),
    replyTo: text("reply_to").notNull().default(""),
    /** Whose history it belongs to, where it belongs to one. */
    customerId: uuid("customer_id"),
    contactId: uuid("contact_id"),
    jobId: uuid("job_id"),
    createdAt: createdAt(),
    sentAt: moment("sent_at"),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantReference(table.shopId, table.customerId, () => customer),
    tenantReference(table.shopId, table.contactId, () => contact),
    tenantReference(table.shopId, table.jobId, () => job),
    uniqueIndex("message_once").on(table.shopId, table.onceKey),
    index("message_created").on(table.shopId, table.createdAt),
    index("message_job").on(table.shopId, table.jobId, table.createdAt).where(sql`job_id is not null`),
    index("message_customer")
      .on(table.shopId, table.customerId, table.createdAt)
      .where(sql`customer_id is not null`),
  ],
);

/** How the shop shows itself to its customers; a row a shop, absent until something is chosen. */
export const shopBrand = pgTable("shop_brand", {
  shopId: uuid("shop_id").primaryKey(),
  /** A PNG drawn by us from what was uploaded. */
  logo: bytes("logo"),
  /** #rrggbb; empty for the product's own. */
  accent: text("accent").notNull().default(""),
  phone: text("phone").notNull().default(""),
  address: text("address").notNull().default(""),
  /** Where a customer's answer to a mail goes. */
  replyTo: text("reply_to").notNull().default(""),
  version: integer("version").notNull().default(1),
});

/** The shop's own words for a mail; absent: the product's. */
export const noticeTemplate = pgTable(
  "notice_template",
  {
    shopId: uuid("shop_id").notNull(),
    kind: text("kind").$type<NoticeKind>().notNull(),
    isOn: boolean("is_on").notNull().default(true),
    subject: text("subject").notNull().default(""),
    words: text("words").notNull().default(""),
    version: integer("version").notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.shopId, table.kind] })],
);

/** How far a reader of the spine has come; moved on in the transaction that did what the events asked for. */
export const spineReader = pgTable(
  "spine_reader",
  {
    shopId: uuid("shop_id").notNull(),
    name: text("name").notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.shopId, table.name] })],
);

/** Up to which event a member has seen their inbox, and what they have opened of what came after. */
export const inboxMark = pgTable(
  "inbox_mark",
  {
    shopId: uuid("shop_id").notNull(),
    memberId: uuid("member_id").notNull(),
    seenSeq: bigint("seen_seq", { mode: "number" }).notNull().default(0),
    openedSeqs: bigint("opened_seqs", { mode: "number" }).array().notNull().default(sql`'{}'`),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.memberId] }),
    tenantReference(table.shopId, table.memberId, () => member),
  ],
);
