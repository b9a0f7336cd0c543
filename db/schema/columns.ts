import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { bigint, customType, foreignKey, numeric, primaryKey, timestamp, uuid } from "drizzle-orm/pg-core";

/** The two columns that key every tenant table; the primary key is always (shop_id, id). */
export const tenantKey = {
  shopId: uuid("shop_id").notNull(),
  id: uuid("id").notNull().defaultRandom(),
};

export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
export const createdAt = () => moment("created_at").notNull().defaultNow();
export const retiredAt = () => moment("retired_at");

/** Money in minor units of the shop's currency. */
export const cents = (name: string) => bigint(name, { mode: "number" });
/** Mass in milligrams. */
export const milligrams = (name: string) => bigint(name, { mode: "number" });
/** Area in square centimetres. */
export const squareCentimetres = (name: string) => numeric(name, { precision: 14, scale: 4, mode: "number" });

/** A place in an order: compared byte by byte, so that a key between any two others exists. */
export const rank = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

export const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

type TenantTable = { shopId: AnyPgColumn; id: AnyPgColumn };

export const tenantPrimaryKey = (table: TenantTable) => primaryKey({ columns: [table.shopId, table.id] });

/** A reference that cannot leave the shop: (shop_id, column) → (shop_id, id). */
export const tenantReference = (shopId: AnyPgColumn, column: AnyPgColumn, target: () => TenantTable) => {
  const to = target();
  return foreignKey({ columns: [shopId, column], foreignColumns: [to.shopId, to.id] });
};
