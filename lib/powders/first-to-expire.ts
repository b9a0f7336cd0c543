import "server-only";
import { type SQL, sql } from "drizzle-orm";

/**
 * First to expire, first out, of rows of `lot`: by the day it expires, those without one last. Of equals the one that
 * came first, then the box with least left in it, so that no second box is opened beside a half one.
 */
export const firstToExpire = (timeZone: string): SQL => sql`
  lot.expires_on asc nulls last,
  coalesce(lot.received_on, (lot.created_at at time zone ${timeZone})::date) asc,
  lot.on_hand_mg asc, lot.label asc, lot.id asc`;
