import type { UnitSystem } from "@/db/vocabulary";
import type { Shop } from "../context";

/** The shop's columns in what the database's proving functions find. */
export type ShopRow = {
  shop_name: string;
  time_zone: string;
  locale: string;
  currency: string;
  units: UnitSystem;
  is_demo: boolean;
};

/** The shop of a found row as contexts know it. */
export const shopOfRow = (id: string, row: ShopRow): Shop => ({
  id,
  name: row.shop_name,
  timeZone: row.time_zone,
  locale: row.locale,
  currency: row.currency,
  units: row.units,
  isDemo: row.is_demo,
});
