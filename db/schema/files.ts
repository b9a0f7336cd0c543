import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { FileCategory, FileVisibility } from "../vocabulary";
import { createdAt, retiredAt, tenantKey, tenantPrimaryKey, tenantReference } from "./columns";
import { contact, customer } from "./customers";
import { job, part } from "./jobs";
import { member } from "./people";

export const file = pgTable(
  "file",
  {
    ...tenantKey,
    /** Null of a customer's own file, and between upload and the job that takes it. */
    jobId: uuid("job_id"),
    /** Of a file that is the customer's own and no job's. */
    customerId: uuid("customer_id"),
    partId: uuid("part_id"),
    memberId: uuid("member_id"),
    name: text("name").notNull(),
    contentType: text("content_type").notNull(),
    bytes: bigint("bytes", { mode: "number" }).notNull(),
    sha256: text("sha256").notNull(),
    storageKey: text("storage_key").notNull(),
    thumbnailKey: text("thumbnail_key"),
    /** The picture as customers get it: upright and without place, camera and maker. */
    sharedKey: text("shared_key"),
    category: text("category").$type<FileCategory>().notNull().default("other"),
    visibility: text("visibility").$type<FileVisibility>().notNull().default("private"),
    /** The contact who sent it in, when no member did. */
    contactId: uuid("contact_id"),
    downloads: integer("downloads").notNull().default(0),
    width: integer("width"),
    height: integer("height"),
    position: integer("position").notNull().default(0),
    createdAt: createdAt(),
    retiredAt: retiredAt(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantReference(table.shopId, table.jobId, () => job),
    tenantReference(table.shopId, table.customerId, () => customer),
    tenantReference(table.shopId, table.partId, () => part),
    tenantReference(table.shopId, table.memberId, () => member),
    tenantReference(table.shopId, table.contactId, () => contact),
    index("file_job").on(table.shopId, table.jobId, table.position),
    index("file_customer")
      .on(table.shopId, table.customerId, table.position)
      .where(sql`customer_id is not null`),
    index("file_unclaimed")
      .on(table.shopId, table.createdAt)
      .where(sql`job_id is null and customer_id is null`),
    check("file_one_owner", sql`job_id is null or customer_id is null`),
  ],
);
