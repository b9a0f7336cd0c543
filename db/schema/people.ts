import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Role, UnitSystem } from "../vocabulary";
import { createdAt, moment, tenantKey, tenantPrimaryKey } from "./columns";

/** Identity: no shop_id, read by lib/people alone. */
export const shop = pgTable("shop", {
  id: uuid("id").primaryKey().defaultRandom(),
  name: text("name").notNull(),
  timeZone: text("time_zone").notNull(),
  locale: text("locale").notNull(),
  currency: text("currency").notNull(),
  units: text("units").$type<UnitSystem>().notNull(),
  isDemo: boolean("is_demo").notNull().default(false),
  createdAt: createdAt(),
});

/** Identity. */
export const person = pgTable(
  "person",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    passwordHash: text("password_hash"),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("person_email").on(table.email)],
);

/** Identity: one signed-in device; the token itself is only in its cookie. */
export const session = pgTable(
  "session",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    tokenHash: text("token_hash").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    shopId: uuid("shop_id")
      .notNull()
      .references(() => shop.id, { onDelete: "cascade" }),
    device: text("device").notNull(),
    createdAt: createdAt(),
    seenAt: moment("seen_at").notNull().defaultNow(),
    endsAt: moment("ends_at").notNull(),
    endedAt: moment("ended_at"),
  },
  (table) => [
    uniqueIndex("session_token").on(table.tokenHash),
    index("session_person").on(table.personId).where(sql`ended_at is null`),
  ],
);

export type LinkKind = "invite" | "reset" | "portal";

/** Identity: an e-mailed or copied link, single use, stored hashed. */
export const link = pgTable(
  "link",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    tokenHash: text("token_hash").notNull(),
    kind: text("kind").$type<LinkKind>().notNull(),
    email: text("email").notNull(),
    shopId: uuid("shop_id").references(() => shop.id, { onDelete: "cascade" }),
    role: text("role").$type<Role>(),
    name: text("name"),
    createdAt: createdAt(),
    endsAt: moment("ends_at").notNull(),
    usedAt: moment("used_at"),
  },
  (table) => [uniqueIndex("link_token").on(table.tokenHash), index("link_shop").on(table.shopId)],
);

/** Identity: counts of tries in a window, keyed by what is limited (address, account). */
export const throttle = pgTable("throttle", {
  key: text("key").primaryKey(),
  tries: integer("tries").notNull(),
  resetsAt: moment("resets_at").notNull(),
});

export const member = pgTable(
  "member",
  {
    ...tenantKey,
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id),
    name: text("name").notNull(),
    role: text("role").$type<Role>().notNull(),
    disabledAt: moment("disabled_at"),
    createdAt: createdAt(),
  },
  (table) => [
    tenantPrimaryKey(table),
    uniqueIndex("member_person").on(table.shopId, table.personId),
    index("member_of_person").on(table.personId),
  ],
);
