import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  uuid,
} from "drizzle-orm/pg-core";
import type { Measure } from "../vocabulary";
import { proofVersion } from "./approvals";
import { cents, moment, tenantKey, tenantPrimaryKey, tenantReference } from "./columns";
import { job } from "./jobs";
import { lot } from "./powders";

const day = (name: string) => date(name, { mode: "string" });
/** Square centimetres, however many. */
const sumOfAreas = () => numeric("delivered_cm2", { mode: "number" }).notNull().default(0);
const count = (name: string) => bigint(name, { mode: "number" }).notNull().default(0);

/** Written by the database as jobs change: a job's price when it was booked, and each change of it since. */
export const booking = pgTable(
  "booking",
  {
    ...tenantKey,
    jobId: uuid("job_id").notNull(),
    at: moment("at").notNull(),
    day: day("day").notNull(),
    cents: cents("cents").notNull(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantReference(table.shopId, table.jobId, () => job),
    index("booking_job").on(table.shopId, table.jobId, table.at),
    index("booking_day").on(table.shopId, table.day.desc(), table.id),
  ],
);

/** Written by the database as jobs change: what the numbers count of each job now. */
export const jobFact = pgTable(
  "job_fact",
  {
    shopId: uuid("shop_id").notNull(),
    jobId: uuid("job_id").notNull(),
    /** False of a job that was taken away. */
    isCounted: boolean("is_counted").notNull(),
    openedDay: day("opened_day").notNull(),
    closedDay: day("closed_day"),
    /** The first day it was overdue while open. */
    overdueDay: day("overdue_day"),
    readyDay: day("ready_day"),
    /** Working days from received to first ready. */
    turnaroundDays: integer("turnaround_days"),
    deliveredAt: moment("delivered_at"),
    deliveredDay: day("delivered_day"),
    /** Its price when it was delivered. */
    deliveredCents: cents("delivered_cents").notNull().default(0),
    deliveredCm2: sumOfAreas(),
    /** Null without a due date. */
    isOnTime: boolean("is_on_time"),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.jobId] }),
    tenantReference(table.shopId, table.jobId, () => job),
    index("job_fact_delivered")
      .on(table.shopId, table.deliveredDay.desc(), table.jobId)
      .where(sql`delivered_day is not null`),
    index("job_fact_ready")
      .on(table.shopId, table.readyDay.desc(), table.jobId)
      .where(sql`turnaround_days is not null`),
    index("job_fact_closed").on(table.shopId, table.closedDay).where(sql`closed_day is not null`),
    index("job_fact_open").on(table.shopId, table.openedDay).where(sql`closed_day is null and is_counted`),
  ],
);

/** Written by the database: each time that a proof's version waited for its customer's answer, and the days it counts on. */
export const waitingFact = pgTable(
  "waiting_fact",
  {
    ...tenantKey,
    versionId: uuid("version_id").notNull(),
    fromAt: moment("from_at").notNull(),
    /** When it was answered, withdrawn or expired. */
    untilAt: moment("until_at"),
    /** False of one whose job or proof was taken away. */
    isCounted: boolean("is_counted").notNull().default(false),
    fromDay: day("from_day").notNull(),
    /** The first day it no longer waited; its job may have been closed before it was answered. */
    untilDay: day("until_day"),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantReference(table.shopId, table.versionId, () => proofVersion),
    index("waiting_fact_version").on(table.shopId, table.versionId),
    index("waiting_fact_until").on(table.shopId, table.untilDay),
  ],
);

/** Written by the database: what each movement or new price changed about what a lot is worth. */
export const stockChange = pgTable(
  "stock_change",
  {
    ...tenantKey,
    lotId: uuid("lot_id").notNull(),
    at: moment("at").notNull(),
    day: day("day").notNull(),
    cents: cents("cents").notNull(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantReference(table.shopId, table.lotId, () => lot),
    index("stock_change_lot").on(table.shopId, table.lotId, table.day),
    index("stock_change_day").on(table.shopId, table.day),
  ],
);

const measures = {
  bookedCents: count("booked_cents"),
  deliveredCents: count("delivered_cents"),
  deliveredJobs: count("delivered_jobs"),
  deliveredCm2: sumOfAreas(),
  onTimeJobs: count("on_time_jobs"),
  /** Of the delivered, those that had a due date. */
  dueJobs: count("due_jobs"),
  powderCents: count("powder_cents"),
  // How much a level went up or down on the day.
  openJobs: count("open_jobs"),
  overdueJobs: count("overdue_jobs"),
  waitingProofs: count("waiting_proofs"),
  stockCents: count("stock_cents"),
};

/** An increment, written in the transaction of the change and never locked: folded into the totals later. */
export const factDelta = pgTable(
  "fact_delta",
  {
    shopId: uuid("shop_id").notNull(),
    id: bigint("id", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    day: day("day").notNull(),
    ...measures,
    turnaroundDays: integer("turnaround_days"),
    turnaroundJobs: count("turnaround_jobs"),
  },
  (table) => [primaryKey({ columns: [table.shopId, table.id] })],
);

/** What the increments of a day sum to; a day may lie ahead, for what will be overdue then. */
export const dayTotal = pgTable(
  "day_total",
  { shopId: uuid("shop_id").notNull(), day: day("day").notNull(), ...measures },
  (table) => [primaryKey({ columns: [table.shopId, table.day] })],
);

/** What the levels' increments of all days sum to. */
export const levelTotal = pgTable("level_total", {
  shopId: uuid("shop_id").primaryKey(),
  openJobs: count("open_jobs"),
  overdueJobs: count("overdue_jobs"),
  waitingProofs: count("waiting_proofs"),
  stockCents: count("stock_cents"),
});

/** How many jobs first became ready on a day after so many working days. */
export const turnaroundTotal = pgTable(
  "turnaround_total",
  {
    shopId: uuid("shop_id").notNull(),
    day: day("day").notNull(),
    days: integer("days").notNull(),
    jobs: count("jobs"),
  },
  (table) => [primaryKey({ columns: [table.shopId, table.day, table.days] })],
);

/** What a shop aims at and which days it works; a row a shop, absent until something is chosen. */
export const shopGoals = pgTable("shop_goals", {
  shopId: uuid("shop_id").primaryKey(),
  /** Monday is 1, Tuesday 2, Wednesday 4 … Sunday 64. */
  workingDays: smallint("working_days").notNull().default(31),
  targets: jsonb("targets").$type<Partial<Record<Measure, number>>>().notNull().default({}),
  version: integer("version").notNull().default(1),
});
