import { index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Scope } from "../vocabulary";
import { createdAt, moment, tenantKey, tenantPrimaryKey, tenantReference } from "./columns";
import { member } from "./people";

/** What another program shows to be let in; the key itself is shown once and kept only as a hash. */
export const apiKey = pgTable(
  "api_key",
  {
    ...tenantKey,
    name: text("name").notNull(),
    tokenHash: text("token_hash").notNull(),
    /** Its last characters, to tell one from another. */
    ending: text("ending").notNull(),
    scopes: text("scopes").array().$type<Scope[]>().notNull(),
    memberId: uuid("member_id").notNull(),
    createdAt: createdAt(),
    expiresAt: moment("expires_at"),
    revokedAt: moment("revoked_at"),
    /** When it was last let in, to the minute. */
    seenAt: moment("seen_at"),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantReference(table.shopId, table.memberId, () => member),
    uniqueIndex("api_key_token").on(table.tokenHash),
  ],
);

/** What a write of a key was answered, under the name the program gave it: written with the change itself. */
export const apiAnswer = pgTable(
  "api_answer",
  {
    shopId: uuid("shop_id").notNull(),
    keyId: uuid("key_id").notNull(),
    onceKey: text("once_key").notNull(),
    /** A hash of what was asked: the same name for something else is refused. */
    fingerprint: text("fingerprint").notNull(),
    /** None while its own transaction runs: nobody else ever sees that. */
    status: integer("status"),
    etag: text("etag").notNull().default(""),
    body: text("body").notNull().default(""),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.keyId, table.onceKey] }),
    tenantReference(table.shopId, table.keyId, () => apiKey),
    index("api_answer_created").on(table.shopId, table.createdAt),
  ],
);
