import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { powder } from "@/db/schema/powders";

/**
 * What a powder is low below, in milligrams, or null: the level it was given, or else, once it was in stock, the level that the
 * shop is alerted at. `of` is the powder's table or its alias in the query.
 */
export const lowLevelOf = (of: SQL | typeof powder): SQL<number | null> => sql`coalesce(${of}.low_at_mg, (
  select (r.rules -> 'lowPowder' ->> 'belowMg')::bigint from alert_settings r where r.shop_id = ${of}.shop_id
    and exists (select from lot any_lot join movement m on m.shop_id = any_lot.shop_id and m.lot_id = any_lot.id
      where any_lot.shop_id = ${of}.shop_id and any_lot.powder_id = ${of}.id and any_lot.retired_at is null)))::float8`;
