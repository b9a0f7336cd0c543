import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type {
  CoatRole,
  ColourSystem,
  CommentVisibility,
  FileCategory,
  FileVisibility,
  Gloss,
  JobProofState,
  Priority,
  StageKind,
  Substrate,
  Texture,
} from "../vocabulary";
import { proofVersion } from "./approvals";
import {
  cents,
  createdAt,
  moment,
  rank,
  retiredAt,
  squareCentimetres,
  tenantKey,
  tenantPrimaryKey,
  tenantReference,
} from "./columns";
import { contact, customer } from "./customers";
import { member } from "./people";
import { powder } from "./powders";

export const stage = pgTable(
  "stage",
  {
    ...tenantKey,
    name: text("name").notNull(),
    kind: text("kind").$type<StageKind>().notNull(),
    position: integer("position").notNull(),
    wipLimit: integer("wip_limit"),
    /** A job enters it only with its proofs approved. */
    requiresProof: boolean("requires_proof").notNull().default(false),
    /** Whether the portal's progress bar has it, and what it is called there; empty: by its own name. */
    isShownToCustomer: boolean("is_shown_to_customer").notNull().default(true),
    customerName: text("customer_name").notNull().default(""),
    retiredAt: retiredAt(),
  },
  (table) => [tenantPrimaryKey(table), index("stage_position").on(table.shopId, table.position)],
);

/** The next number of a shop's job; a row a shop. */
export const jobCounter = pgTable("job_counter", {
  shopId: uuid("shop_id").primaryKey(),
  nextNumber: integer("next_number").notNull(),
});

export const job = pgTable(
  "job",
  {
    ...tenantKey,
    number: integer("number").notNull(),
    /** The number as the shop's old papers print it, when it is not this one. */
    oldNumber: text("old_number").notNull().default(""),
    customerId: uuid("customer_id").notNull(),
    contactId: uuid("contact_id"),
    stageId: uuid("stage_id").notNull(),
    /** The kind of the job's stage, kept beside it so that open work has an index of its own. */
    stageKind: text("stage_kind").$type<StageKind>().notNull(),
    rank: rank("rank").notNull(),
    /** Counts moves: a move made from an older placement is stale. */
    placement: integer("placement").notNull().default(1),
    /** lib/approvals keeps it as its proofs are; empty without any. */
    proofState: text("proof_state").$type<JobProofState>().notNull().default(""),
    /** What the customer reads about how it stands. */
    statusNote: text("status_note").notNull().default(""),
    /** Counts edits of fields. */
    version: integer("version").notNull().default(1),
    priority: text("priority").$type<Priority>().notNull().default("normal"),
    dueOn: date("due_on", { mode: "string" }),
    /** The due date last agreed with the customer: the first one, until they agree to another. */
    agreedDueOn: date("agreed_due_on", { mode: "string" }),
    poNumber: text("po_number").notNull().default(""),
    notes: text("notes").notNull().default(""),
    /** The whole price; when pricedByLine, the sum of the parts' prices. */
    priceCents: cents("price_cents"),
    pricedByLine: boolean("priced_by_line").notNull().default(false),
    stageEnteredAt: moment("stage_entered_at").notNull(),
    /** When it first left quoted, or was taken in past it: its price counts as booked from then. */
    bookedAt: moment("booked_at"),
    receivedAt: moment("received_at"),
    passedAt: moment("passed_at"),
    readyAt: moment("ready_at"),
    deliveredAt: moment("delivered_at"),
    createdAt: createdAt(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
    retiredAt: retiredAt(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantReference(table.shopId, table.customerId, () => customer),
    tenantReference(table.shopId, table.contactId, () => contact),
    tenantReference(table.shopId, table.stageId, () => stage),
    uniqueIndex("job_number").on(table.shopId, table.number),
    index("job_rank").on(table.shopId, table.stageId, table.rank).where(sql`retired_at is null`),
    index("job_open")
      .on(table.shopId, table.number)
      .where(sql`retired_at is null and stage_kind not in ('delivered', 'cancelled')`),
    index("job_delivered")
      .on(table.shopId, table.deliveredAt.desc())
      .where(sql`retired_at is null and delivered_at is not null`),
    index("job_customer").on(table.shopId, table.customerId, table.number),
    index("job_due").on(table.shopId, table.dueOn, table.number),
    index("job_created").on(table.shopId, table.createdAt, table.number),
    index("job_stage").on(table.shopId, table.stageId, table.number),
    index("job_po").on(table.shopId, table.poNumber.op("text_pattern_ops")).where(sql`po_number <> ''`),
  ],
);

export const part = pgTable(
  "part",
  {
    ...tenantKey,
    jobId: uuid("job_id").notNull(),
    position: integer("position").notNull(),
    description: text("description").notNull(),
    quantity: integer("quantity").notNull().default(1),
    substrate: text("substrate").$type<Substrate>(),
    areaEachCm2: squareCentimetres("area_each_cm2"),
    masking: text("masking").notNull().default(""),
    criticalAreas: text("critical_areas").notNull().default(""),
    priceCents: cents("price_cents"),
    retiredAt: retiredAt(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantReference(table.shopId, table.jobId, () => job),
    index("part_job").on(table.shopId, table.jobId, table.position),
  ],
);

/** One coat of a part's finish, in order of application. */
export const coat = pgTable(
  "coat",
  {
    ...tenantKey,
    partId: uuid("part_id").notNull(),
    position: integer("position").notNull(),
    role: text("role").$type<CoatRole>().notNull().default("top"),
    system: text("system").$type<ColourSystem>().notNull(),
    powderId: uuid("powder_id"),
    /** "RAL 9016", "FS 26270", a maker's code, or empty for plain words. */
    code: text("code").notNull().default(""),
    name: text("name").notNull(),
    hex: text("hex").notNull().default(""),
    gloss: text("gloss").$type<Gloss>(),
    texture: text("texture").$type<Texture>(),
    filmUm: integer("film_um"),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantReference(table.shopId, table.partId, () => part),
    tenantReference(table.shopId, table.powderId, () => powder),
    index("coat_part").on(table.shopId, table.partId, table.position),
    index("coat_powder").on(table.shopId, table.powderId).where(sql`powder_id is not null`),
  ],
);

export const jobAssignee = pgTable(
  "job_assignee",
  {
    shopId: uuid("shop_id").notNull(),
    jobId: uuid("job_id").notNull(),
    memberId: uuid("member_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.jobId, table.memberId] }),
    tenantReference(table.shopId, table.jobId, () => job),
    tenantReference(table.shopId, table.memberId, () => member),
    index("job_assignee_member").on(table.shopId, table.memberId),
  ],
);
