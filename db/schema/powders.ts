import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { CurePoint, Gloss, MassUnit, MovementKind, ShelfLifeStart, Texture } from "../vocabulary";
import {
  cents,
  createdAt,
  milligrams,
  moment,
  retiredAt,
  tenantKey,
  tenantPrimaryKey,
  tenantReference,
} from "./columns";
import { coat, job } from "./jobs";
import { member } from "./people";

export const powder = pgTable(
  "powder",
  {
    ...tenantKey,
    maker: text("maker").notNull(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    /** "RAL 9016" or "FS 26270" where the maker says which standard colour it is. */
    colourCode: text("colour_code").notNull().default(""),
    /** sRGB as #rrggbb; a screen approximation. Empty when unknown. */
    hex: text("hex").notNull().default(""),
    gloss: text("gloss").$type<Gloss>(),
    texture: text("texture").$type<Texture>().notNull().default("smooth"),
    chemistry: text("chemistry").notNull().default(""),
    specificGravity: numeric("specific_gravity", { precision: 4, scale: 2, mode: "number" }),
    /** The film it is usually sprayed at, for coats that name none. */
    filmUm: integer("film_um"),
    /** How much of what is sprayed stays on the part, in percent. */
    transferPercent: integer("transfer_percent"),
    cure: jsonb("cure").$type<CurePoint[]>().notNull().default([]),
    shelfLifeMonths: integer("shelf_life_months"),
    shelfLifeFrom: text("shelf_life_from").$type<ShelfLifeStart>().notNull().default("made"),
    /** Below this it is low. */
    lowAtMg: milligrams("low_at_mg"),
    priceCents: cents("price_cents"),
    priceUnit: text("price_unit").$type<MassUnit>(),
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
    retiredAt: retiredAt(),
  },
  (table) => [
    tenantPrimaryKey(table),
    uniqueIndex("powder_code")
      .on(table.shopId, sql`lower(maker)`, sql`lower(code)`)
      .where(sql`retired_at is null`),
    index("powder_name").on(table.shopId, sql`lower(name)`, table.id),
  ],
);

export const lot = pgTable(
  "lot",
  {
    ...tenantKey,
    powderId: uuid("powder_id").notNull(),
    label: text("label").notNull().default(""),
    location: text("location").notNull().default(""),
    boxMg: milligrams("box_mg"),
    receivedOn: date("received_on", { mode: "string" }),
    openedOn: date("opened_on", { mode: "string" }),
    madeOn: date("made_on", { mode: "string" }),
    expiresOn: date("expires_on", { mode: "string" }),
    retestedOn: date("retested_on", { mode: "string" }),
    /** A retest found it bad: nothing more is drawn from it. */
    isRejected: boolean("is_rejected").notNull().default(false),
    /** The sum of its movements, kept by the database as each is written. */
    onHandMg: milligrams("on_hand_mg").notNull().default(0),
    /** What this lot cost, per unit named: the price movements are valued at. */
    priceCents: cents("price_cents"),
    priceUnit: text("price_unit").$type<MassUnit>(),
    notes: text("notes").notNull().default(""),
    createdAt: createdAt(),
    retiredAt: retiredAt(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantReference(table.shopId, table.powderId, () => powder),
    index("lot_powder").on(table.shopId, table.powderId),
    check("lot_never_negative", sql`on_hand_mg >= 0`),
  ],
);

/** The ledger: INSERT-only for the app's role. On hand is the sum of massMg. */
export const movement = pgTable(
  "movement",
  {
    ...tenantKey,
    lotId: uuid("lot_id").notNull(),
    kind: text("kind").$type<MovementKind>().notNull(),
    /** Signed: receipts and returns add, usage and waste take away. */
    massMg: milligrams("mass_mg").notNull(),
    quantityTyped: numeric("quantity_typed", { precision: 14, scale: 6, mode: "number" }).notNull(),
    unitTyped: text("unit_typed").$type<MassUnit>().notNull(),
    costCents: cents("cost_cents"),
    jobId: uuid("job_id"),
    coatId: uuid("coat_id"),
    reversesId: uuid("reverses_id"),
    reason: text("reason").notNull().default(""),
    memberId: uuid("member_id"),
    at: moment("at").notNull().defaultNow(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantReference(table.shopId, table.lotId, () => lot),
    tenantReference(table.shopId, table.reversesId, () => table),
    tenantReference(table.shopId, table.jobId, () => job),
    tenantReference(table.shopId, table.coatId, () => coat),
    tenantReference(table.shopId, table.memberId, () => member),
    index("movement_at").on(table.shopId, table.at),
    index("movement_lot").on(table.shopId, table.lotId, table.at),
    index("movement_job").on(table.shopId, table.jobId).where(sql`job_id is not null`),
    uniqueIndex("movement_reversed_once")
      .on(table.shopId, table.reversesId)
      .where(sql`reverses_id is not null`),
  ],
);
