import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { type Context, inTransaction, type WorkContext } from "../context";
import type { FoundColour } from "./colour";
import { type ColourQuery, readColourQuery } from "./colour-query";
import { matchStandards } from "./standard-colours";

const jobsLookedAt = 200;

/**
 * Colours that fit what somebody types, best first: the shop's powders, RAL Classic and FS 595, and what its newest
 * jobs wore before others. Nothing typed: the colours of the newest jobs.
 */
export async function findColours(
  ctx: Context,
  { q, limit = 24 }: { q: string; limit?: number },
): Promise<FoundColour[]> {
  const query = readColourQuery(q);
  return inTransaction(ctx, async (work) => {
    const worn = await readWorn(work);
    if (q.trim() === "") return withStock(work, worn.slice(0, limit));
    const powders = await matchPowders(work, query, q);
    const uses = new Map(worn.map((one) => [keyOf(one), one.uses]));
    const found = [...powders, ...matchStandards(query)].map(({ colour, score }) => {
      const used = uses.get(keyOf(colour)) ?? 0;
      return { colour: { ...colour, uses: used }, score: score + Math.min(6, used) };
    });
    found.sort(
      (one, other) => other.score - one.score || one.colour.code.localeCompare(other.colour.code, "en"),
    );
    return withStock(
      work,
      found.slice(0, limit).map((one) => one.colour),
    );
  });
}

const keyOf = ({ powderId, code, name }: FoundColour) => powderId ?? (code || name).toLowerCase();

async function readWorn(work: WorkContext): Promise<FoundColour[]> {
  const rows = await work.tx.execute<Omit<FoundColour, "onHandMg">>(sql`
    with newest as (
      select id from job where shop_id = ${work.shop.id} and retired_at is null order by number desc limit ${jobsLookedAt}),
    worn as (
      select c.system, c.powder_id, c.code, c.name, c.hex, c.gloss, c.texture, count(*)::int as uses
      from newest join part p on p.shop_id = ${work.shop.id} and p.job_id = newest.id and p.retired_at is null
      join coat c on c.shop_id = ${work.shop.id} and c.part_id = p.id
      group by c.system, c.powder_id, c.code, c.name, c.hex, c.gloss, c.texture)
    select w.system, w.powder_id as "powderId", w.code, w.name, w.hex, w.gloss, w.texture,
      coalesce(p.maker, '') as maker, w.uses
    from worn w left join powder p on p.shop_id = ${work.shop.id} and p.id = w.powder_id
    where w.system <> 'words' and p.retired_at is null order by w.uses desc, w.name limit 200`);
  return rows.map((row) => ({ ...row, onHandMg: null }));
}

async function matchPowders(
  work: WorkContext,
  query: ColourQuery,
  typed: string,
): Promise<{ colour: FoundColour; score: number }[]> {
  const words = query.words.length > 0 ? query.words : [typed.trim().toLowerCase()];
  const text = sql`lower(p.maker || ' ' || p.code || ' ' || p.name || ' ' || p.colour_code)`;
  const hasWords = sql.join(
    words.map((word) => sql`strpos(${text}, ${word}) > 0`),
    sql` and `,
  );
  const hasLook = query.words.length === 0 ? lookOf(query) : sql`true`;
  const rows = await work.tx.execute<
    Omit<FoundColour, "system" | "onHandMg" | "uses"> & { colourCode: string }
  >(sql`
    select p.id as "powderId", p.code, p.name, p.hex, p.gloss, p.texture, p.maker, p.colour_code as "colourCode"
    from powder p where p.shop_id = ${work.shop.id} and p.retired_at is null
      and ((${hasWords} and ${lookOf(query, true)}) or (${query.words.length === 0} and ${hasLook}))
    order by lower(p.name) limit 60`);
  return rows.map(({ colourCode, ...row }) => ({
    colour: { ...row, system: "powder", onHandMg: null, uses: 0 },
    score: scoreOf(row, colourCode, words),
  }));
}

/** A look that was asked for is had, or unknown. */
function lookOf({ gloss, texture }: ColourQuery, mayBeUnknown = false): SQL {
  const isGloss = gloss ? sql`(p.gloss = ${gloss} or (${mayBeUnknown} and p.gloss is null))` : sql`true`;
  const isTexture = texture ? sql`p.texture = ${texture}` : sql`true`;
  return sql`(${isGloss} and ${isTexture})`;
}

function scoreOf(row: { code: string; name: string }, colourCode: string, words: string[]): number {
  const code = row.code.toLowerCase();
  const names = row.name.toLowerCase().split(/\s+/);
  const score = words.map((word) => {
    if (code === word) return 120;
    if (colourCode.toLowerCase().endsWith(` ${word}`)) return 110;
    if (code.startsWith(word)) return 24;
    return names.includes(word) ? 14 : names.some((name) => name.startsWith(word)) ? 8 : 4;
  });
  return 8 + score.reduce((sum, one) => sum + one, 0);
}

async function withStock(work: WorkContext, colours: FoundColour[]): Promise<FoundColour[]> {
  const ids = colours.flatMap((one) => one.powderId ?? []);
  if (ids.length === 0) return colours;
  const listed = sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const rows = await work.tx.execute<{ id: string; mg: string }>(sql`
    select powder_id as id, sum(on_hand_mg) as mg from lot
    where shop_id = ${work.shop.id} and powder_id in (${listed}) group by powder_id`);
  const held = new Map(rows.map((row) => [row.id, Number(row.mg)]));
  return colours.map((one) => (one.powderId ? { ...one, onHandMg: held.get(one.powderId) ?? 0 } : one));
}
