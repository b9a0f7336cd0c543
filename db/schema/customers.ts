import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { PortalRole } from "../vocabulary";
import { createdAt, moment, retiredAt, tenantKey, tenantPrimaryKey, tenantReference } from "./columns";

export const customer = pgTable(
  "customer",
  {
    ...tenantKey,
    name: text("name").notNull(),
    /** lib/customers/name-key.ts of the name: equal keys are the same customer. */
    nameKey: text("name_key").notNull(),
    parentId: uuid("parent_id"),
    phone: text("phone").notNull().default(""),
    email: text("email").notNull().default(""),
    billAddress: text("bill_address").notNull().default(""),
    shipAddress: text("ship_address").notNull().default(""),
    kind: text("kind").notNull().default(""),
    terms: text("terms").notNull().default(""),
    taxStatus: text("tax_status").notNull().default(""),
    /** Other spellings under which the shop's old papers know them. */
    aliases: text("aliases").array().notNull().default(sql`'{}'`),
    tags: text("tags").array().notNull().default(sql`'{}'`),
    notes: text("notes").notNull().default(""),
    isInactive: boolean("is_inactive").notNull().default(false),
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
    retiredAt: retiredAt(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantReference(table.shopId, table.parentId, () => table),
    index("customer_name").on(table.shopId, sql`lower(name)`, table.id),
    index("customer_name_key").on(table.shopId, table.nameKey),
  ],
);

export const contact = pgTable(
  "contact",
  {
    ...tenantKey,
    customerId: uuid("customer_id").notNull(),
    name: text("name").notNull(),
    title: text("title").notNull().default(""),
    email: text("email").notNull().default(""),
    phone: text("phone").notNull().default(""),
    mobile: text("mobile").notNull().default(""),
    /** What they may do in the portal; null keeps them out of it. */
    portalRole: text("portal_role").$type<PortalRole>(),
    portalInvitedAt: moment("portal_invited_at"),
    createdAt: createdAt(),
    retiredAt: retiredAt(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantReference(table.shopId, table.customerId, () => customer),
    index("contact_customer").on(table.shopId, table.customerId),
    uniqueIndex("contact_email")
      .on(table.shopId, table.customerId, table.email)
      .where(sql`email <> '' and retired_at is null`),
    index("contact_portal_email").on(sql`lower(email)`).where(sql`portal_role is not null`),
  ],
);
