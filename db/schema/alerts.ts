import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { AlertKind } from "../vocabulary";
import { moment, tenantKey, tenantPrimaryKey, tenantReference } from "./columns";
import { member } from "./people";

/** Something the owner should act on, from when its cause is seen until it is gone. */
export const alert = pgTable(
  "alert",
  {
    ...tenantKey,
    kind: text("kind").$type<AlertKind>().notNull(),
    /** The job, powder or proof's version it is about. */
    subjectId: uuid("subject_id").notNull(),
    /** Tells one cause from a later one of the same kind and subject while neither is over. */
    episode: text("episode").notNull().default(""),
    raisedAt: moment("raised_at").notNull(),
    /** When its cause was gone. */
    endedAt: moment("ended_at"),
    /** When somebody put it aside for good, or its cause was gone. */
    resolvedAt: moment("resolved_at"),
    /** Who resolved it; null when it went by itself. */
    resolvedBy: uuid("resolved_by"),
    snoozedUntil: moment("snoozed_until"),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantReference(table.shopId, table.resolvedBy, () => member),
    uniqueIndex("alert_once")
      .on(table.shopId, table.kind, table.subjectId, table.episode)
      .where(sql`ended_at is null`),
    index("alert_open").on(table.shopId, table.raisedAt).where(sql`resolved_at is null`),
    index("alert_resolved").on(table.shopId, table.resolvedAt).where(sql`resolved_at is not null`),
  ],
);

/** Which members have read an alert. */
export const alertRead = pgTable(
  "alert_read",
  {
    shopId: uuid("shop_id").notNull(),
    alertId: uuid("alert_id").notNull(),
    memberId: uuid("member_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.alertId, table.memberId] }),
    tenantReference(table.shopId, table.alertId, () => alert),
    tenantReference(table.shopId, table.memberId, () => member),
  ],
);

export type AlertRules = {
  /** Milligrams that a powder without a level of its own is low below; null alerts for none of them. */
  lowPowder: { isOn: boolean; belowMg: number | null };
  overdue: { isOn: boolean; afterDays: number };
  /** Days in a stage, and of stages that have their own; none at 0. */
  stuck: { isOn: boolean; afterDays: number; stages: Record<string, number> };
  /** Days without an answer, where the asking names no date. */
  approval: { isOn: boolean; afterDays: number };
};

/** When a shop is alerted; a row a shop, absent until something is chosen. */
export const alertSettings = pgTable("alert_settings", {
  shopId: uuid("shop_id").primaryKey(),
  rules: jsonb("rules").$type<AlertRules>().notNull(),
  version: integer("version").notNull().default(1),
});
