import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { CommentVisibility } from "../vocabulary";
import { proofVersion } from "./approvals";
import { createdAt, moment, retiredAt, tenantKey, tenantPrimaryKey, tenantReference } from "./columns";
import { contact } from "./customers";
import { job } from "./jobs";
import { member } from "./people";

export const comment = pgTable(
  "comment",
  {
    ...tenantKey,
    jobId: uuid("job_id").notNull(),
    parentId: uuid("parent_id"),
    memberId: uuid("member_id"),
    contactId: uuid("contact_id"),
    /** The proof's version it is about, and the spot on a page it points at, in ten-thousandths of width and height. */
    proofVersionId: uuid("proof_version_id"),
    page: integer("page"),
    pinX: integer("pin_x"),
    pinY: integer("pin_y"),
    authorName: text("author_name").notNull(),
    body: text("body").notNull(),
    visibility: text("visibility").$type<CommentVisibility>().notNull(),
    mentions: uuid("mentions").array().notNull().default(sql`'{}'`),
    createdAt: createdAt(),
    editedAt: moment("edited_at"),
    retiredAt: retiredAt(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantReference(table.shopId, table.jobId, () => job),
    tenantReference(table.shopId, table.parentId, () => table),
    tenantReference(table.shopId, table.memberId, () => member),
    tenantReference(table.shopId, table.contactId, () => contact),
    tenantReference(table.shopId, table.proofVersionId, () => proofVersion),
    index("comment_proof_version")
      .on(table.shopId, table.proofVersionId, table.createdAt)
      .where(sql`proof_version_id is not null`),
    index("comment_job").on(table.shopId, table.jobId, table.createdAt),
  ],
);
