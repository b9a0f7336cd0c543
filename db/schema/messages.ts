import { index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, moment, tenantKey, tenantPrimaryKey } from "./columns";

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
    createdAt: createdAt(),
    sentAt: moment("sent_at"),
  },
  (table) => [
    tenantPrimaryKey(table),
    uniqueIndex("message_once").on(table.shopId, table.onceKey),
    index("message_created").on(table.shopId, table.createdAt),
  ],
);
