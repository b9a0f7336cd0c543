import "server-only";
import { sql } from "drizzle-orm";
import type { Gloss, Texture } from "@/db/vocabulary";
import { type Context, inTransaction } from "../context";
import { powderHolds } from "./powder-holds";

export type PowderMatch = {
  id: string;
  maker: string;
  code: string;
  name: string;
  colourCode: string;
  hex: string;
  gloss: Gloss | null;
  texture: Texture;
};

/** Powders of which every word typed is in the maker, code, name, standard colour, a lot's label or its place; codes that begin so first, lots last. */
export async function searchPowders(
  ctx: Context,
  { q, limit = 8 }: { q: string; limit?: number },
): Promise<PowderMatch[]> {
  const typed = q.trim().toLowerCase();
  const rows = await inTransaction(ctx, ({ tx }) =>
    tx.execute<PowderMatch>(sql`
      select w.id, w.maker, w.code, w.name, w.colour_code as "colourCode", w.hex, w.gloss, w.texture from powder w
      where w.shop_id = ${ctx.shop.id} and w.retired_at is null and ${powderHolds(q)}
      order by not starts_with(lower(w.code), ${typed}), not starts_with(lower(w.name), ${typed}),
        strpos(lower(w.name || ' ' || w.colour_code), ${typed}) = 0, lower(w.name), w.id
      limit ${limit}`),
  );
  return [...rows];
}
