import "server-only";
import { type SQL, sql } from "drizzle-orm";

const text = sql`lower(w.maker || ' ' || w.code || ' ' || w.name || ' ' || w.colour_code)`;

/** Every word typed is somewhere in the maker, code, name or standard colour of `powder w`, or in a lot's label or place. */
export function powderHolds(q: string): SQL {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return sql`true`;
  return sql.join(
    words.map(
      (word) => sql`(strpos(${text}, ${word}) > 0 or (w.shop_id, w.id) in (
        select l.shop_id, l.powder_id from lot l
        where l.retired_at is null and strpos(lower(l.label || ' ' || l.location), ${word}) > 0))`,
    ),
    sql` and `,
  );
}
