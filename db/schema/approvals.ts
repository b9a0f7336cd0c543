import { sql } from "drizzle-orm";
import { date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { ProofState, Verdict } from "../vocabulary";
import { createdAt, moment, retiredAt, tenantKey, tenantPrimaryKey, tenantReference } from "./columns";
import { contact } from "./customers";
import { file } from "./files";
import { job } from "./jobs";
import { member, shop } from "./people";

export const proof = pgTable(
  "proof",
  {
    ...tenantKey,
    jobId: uuid("job_id").notNull(),
    title: text("title").notNull(),
    createdAt: createdAt(),
    retiredAt: retiredAt(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantReference(table.shopId, table.jobId, () => job),
    index("proof_job").on(table.shopId, table.jobId),
    index("proof_at").on(table.shopId, table.createdAt, table.id),
  ],
);

/** One picture or document of a proof; the highest number is the one that counts. */
export const proofVersion = pgTable(
  "proof_version",
  {
    ...tenantKey,
    proofId: uuid("proof_id").notNull(),
    number: integer("number").notNull(),
    /** What was uploaded; customers see its pages, drawn from it without what else it carries. */
    fileId: uuid("file_id").notNull(),
    note: text("note").notNull().default(""),
    state: text("state").$type<ProofState>().notNull().default("draft"),
    /** Null until the worker has drawn the pages. */
    pages: integer("pages"),
    /** Why its pages could not be drawn; empty when they could. */
    problem: text("problem").notNull().default(""),
    message: text("message").notNull().default(""),
    dueOn: date("due_on", { mode: "string" }),
    expiresAt: moment("expires_at"),
    askedAt: moment("asked_at"),
    askedBy: uuid("asked_by"),
    remindersSent: integer("reminders_sent").notNull().default(0),
    decidedAt: moment("decided_at"),
    memberId: uuid("member_id"),
    /** Counts what changes about the asking: a decision or an ask made from an older state is stale. */
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantReference(table.shopId, table.proofId, () => proof),
    tenantReference(table.shopId, table.fileId, () => file),
    tenantReference(table.shopId, table.askedBy, () => member),
    tenantReference(table.shopId, table.memberId, () => member),
    uniqueIndex("proof_version_number").on(table.shopId, table.proofId, table.number),
    index("proof_version_file").on(table.shopId, table.fileId),
    index("proof_version_waiting").on(table.shopId, table.askedAt).where(sql`state = 'waiting'`),
  ],
);

/** A page as everyone sees it: a picture drawn by us, upright, in sRGB, with no metadata. */
export const proofPage = pgTable(
  "proof_page",
  {
    ...tenantKey,
    versionId: uuid("version_id").notNull(),
    number: integer("number").notNull(),
    storageKey: text("storage_key").notNull(),
    /** The same, small: for lists. */
    smallKey: text("small_key").notNull(),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantReference(table.shopId, table.versionId, () => proofVersion),
    uniqueIndex("proof_page_number").on(table.shopId, table.versionId, table.number),
    index("proof_page_key").on(table.shopId, table.storageKey),
    index("proof_page_small_key").on(table.shopId, table.smallKey),
  ],
);

/** Who is asked to decide on a version; any one of them decides. */
export const proofRecipient = pgTable(
  "proof_recipient",
  {
    shopId: uuid("shop_id").notNull(),
    versionId: uuid("version_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    askedAt: moment("asked_at").notNull(),
    /** When they first opened it, by link or in the portal. */
    seenAt: moment("seen_at"),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.versionId, table.contactId] }),
    tenantReference(table.shopId, table.versionId, () => proofVersion),
    tenantReference(table.shopId, table.contactId, () => contact),
    index("proof_recipient_contact").on(table.shopId, table.contactId),
  ],
);

/** Kept for good, INSERT-only for the app's role: who decided what on which version, and how they were known. */
export const decision = pgTable(
  "decision",
  {
    ...tenantKey,
    jobId: uuid("job_id").notNull(),
    proofId: uuid("proof_id").notNull(),
    versionId: uuid("version_id").notNull(),
    verdict: text("verdict").$type<Verdict>().notNull(),
    reason: text("reason").notNull().default(""),
    contactId: uuid("contact_id"),
    memberId: uuid("member_id"),
    byName: text("by_name").notNull(),
    byEmail: text("by_email").notNull().default(""),
    /** "link" (the mail's own), "portal" (signed in), "member" (recorded by staff for them). */
    knownBy: text("known_by").$type<"link" | "portal" | "member">().notNull(),
    address: text("address").notNull().default(""),
    device: text("device").notNull().default(""),
    at: moment("at").notNull().defaultNow(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantReference(table.shopId, table.jobId, () => job),
    tenantReference(table.shopId, table.proofId, () => proof),
    tenantReference(table.shopId, table.versionId, () => proofVersion),
    tenantReference(table.shopId, table.contactId, () => contact),
    tenantReference(table.shopId, table.memberId, () => member),
    index("decision_proof").on(table.shopId, table.proofId, table.at),
  ],
);

/** Identity: a link that opens one decision on one version for one contact, stored hashed. Read by lib/people alone. */
export const approvalLink = pgTable(
  "approval_link",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    tokenHash: text("token_hash").notNull(),
    shopId: uuid("shop_id")
      .notNull()
      .references(() => shop.id, { onDelete: "cascade" }),
    versionId: uuid("version_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    createdAt: createdAt(),
    endsAt: moment("ends_at").notNull(),
    revokedAt: moment("revoked_at"),
  },
  (table) => [
    uniqueIndex("approval_link_token").on(table.tokenHash),
    index("approval_link_version").on(table.shopId, table.versionId),
    tenantReference(table.shopId, table.versionId, () => proofVersion),
    tenantReference(table.shopId, table.contactId, () => contact),
  ],
);

/** Identity: one signed-in device of a contact; the token itself is only in its cookie. Read by lib/people alone. */
export const contactSession = pgTable(
  "contact_session",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    tokenHash: text("token_hash").notNull(),
    shopId: uuid("shop_id")
      .notNull()
      .references(() => shop.id, { onDelete: "cascade" }),
    contactId: uuid("contact_id").notNull(),
    device: text("device").notNull(),
    createdAt: createdAt(),
    seenAt: moment("seen_at").notNull().defaultNow(),
    endsAt: moment("ends_at").notNull(),
    endedAt: moment("ended_at"),
  },
  (table) => [
    uniqueIndex("contact_session_token").on(table.tokenHash),
    index("contact_session_contact").on(table.shopId, table.contactId),
    tenantReference(table.shopId, table.contactId, () => contact),
  ],
);
