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

export const importRun = pgTable(
  "import_run",
  {
    ...tenantKey,
    kind: text("kind").$type<ImportKind>().notNull(),
    fileName: text("file_name").notNull(),
    storageKey: text("storage_key").notNull(),
    /** Column names in order: what a remembered mapping is found by. */
    signature: text("signature").notNull(),
    mapping: jsonb("mapping").$type<Record<string, unknown>>().notNull(),
    answers: jsonb("answers").$type<Record<string, unknown>>().notNull(),
    state: text("state").$type<ImportState>().notNull(),
    counts: jsonb("counts").$type<Record<string, number>>().notNull(),
    rowsInAll: integer("rows_in_all").notNull(),
    rowsDone: integer("rows_done").notNull().default(0),
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
    /** "waiting", "imported", "left" (refused or undecided), "undone", "kept" (touched since, so not undone). */
    state: text("state").notNull(),
    raw: jsonb("raw").$type<unknown[]>().notNull(),
    values: jsonb("values").$type<Record<string, unknown>>().notNull(),
    problems: jsonb("problems").$type<unknown[]>().notNull(),
    /** What the row made: [{ noun, id, version }]. */
    made: jsonb("made").$type<{ noun: string; id: string; version: number }[]>().notNull(),
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
    mapping: jsonb("mapping").$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    tenantPrimaryKey(table),
    uniqueIndex("import_mapping_signature").on(table.shopId, table.kind, table.signature),
  ],
);
