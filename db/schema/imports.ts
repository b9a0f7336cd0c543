import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { ImportKind } from "../vocabulary";
import { createdAt, moment, tenantKey, tenantPrimaryKey, tenantReference } from "./columns";
import { member } from "./people";

export type ImportState = "mapping" | "running" | "done" | "cancelled" | "failed" | "undoing" | "undone";

export type MadeThing =
  | { noun: "customer" | "contact" | "part" | "powder" | "lot"; id: string; key?: string }
  | { noun: "job"; id: string; number: number }
  | { noun: "alias"; id: string; name: string }
  | { noun: "edit"; id: string; was: Record<string, unknown>; now: Record<string, unknown> };

export type ImportRowState = "waiting" | "imported" | "left" | "undone" | "kept";

export const importRun = pgTable(
  "import_run",
  {
    ...tenantKey,
    kind: text("kind").$type<ImportKind>().notNull(),
    fileName: text("file_name").notNull(),
    storageKey: text("storage_key").notNull(),
    /** Its headings, whatever their order: what a remembered mapping is found by. */
    signature: text("signature").notNull(),
    mapping: jsonb("mapping").$type<Record<string, unknown>>().notNull(),
    /** How the bytes were read where a person said otherwise: encoding and separator. */
    choices: jsonb("choices").$type<Record<string, string>>().notNull().default({}),
    answers: jsonb("answers").$type<Record<string, { option: string; value?: string }>>().notNull(),
    state: text("state").$type<ImportState>().notNull(),
    counts: jsonb("counts").$type<Record<string, number>>().notNull(),
    rowsInAll: integer("rows_in_all").notNull(),
    isCancelAsked: boolean("is_cancel_asked").notNull().default(false),
    error: text("error").notNull().default(""),
    memberId: uuid("member_id"),
    createdAt: createdAt(),
    finishedAt: moment("finished_at"),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantReference(table.shopId, table.memberId, () => member),
    index("import_run_created").on(table.shopId, table.createdAt),
  ],
);

export const importRow = pgTable(
  "import_row",
  {
    shopId: uuid("shop_id").notNull(),
    runId: uuid("run_id").notNull(),
    row: integer("row").notNull(),
    verdict: text("verdict").notNull(),
    /** left: refused or undecided; kept: touched since, so an undo let it be. */
    state: text("state").$type<ImportRowState>().notNull(),
    raw: jsonb("raw").$type<unknown[]>().notNull(),
    values: jsonb("values").$type<Record<string, unknown>>().notNull(),
    problems: jsonb("problems").$type<unknown[]>().notNull(),
    /** What the row made, in order; undoing goes backwards. */
    made: jsonb("made").$type<MadeThing[]>().notNull(),
    /** Why a waiting row could not go in after all, or why an undo left what it made. */
    reason: text("reason").notNull().default(""),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.runId, table.row] }),
    tenantReference(table.shopId, table.runId, () => importRun),
    index("import_row_state").on(table.shopId, table.runId, table.state, table.row),
  ],
);

export const importMapping = pgTable(
  "import_mapping",
  {
    ...tenantKey,
    kind: text("kind").$type<ImportKind>().notNull(),
    signature: text("signature").notNull(),
    /** The field a person gave each heading; null leaves the column with its row. */
    columns: jsonb("columns").$type<{ heading: string; field: string | null }[]>().notNull().default([]),
  },
  (table) => [
    tenantPrimaryKey(table),
    uniqueIndex("import_mapping_signature").on(table.shopId, table.kind, table.signature),
  ],
);
