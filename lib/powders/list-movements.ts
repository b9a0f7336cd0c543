import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { MovementKind } from "@/db/vocabulary";
import { type Context, inTransaction, type WorkContext } from "../context";
import { type Place, readStretch, type Stretch } from "../entry/keyset";
import { Refusal } from "../errors";
import type { LedgerLine } from "./ledger-line";
import { ledgerLines } from "./read-ledger";

type Wanted = {
  powderId?: string;
  lotId?: string;
  jobNumber?: number;
  kind?: MovementKind;
  /** From this moment on, and until that one, which is left out. */
  since?: string;
  before?: string;
};

/** Lines of the shop's ledger, the newest first, that come after a place in that order; no cost for who may not see prices. */
export async function listMovementsAfter(
  ctx: Context,
  wanted: Wanted,
  { after, limit }: { after: Place | null; limit: number },
): Promise<Stretch<LedgerLine>> {
  return inTransaction(ctx, async (work) => {
    const { rows, next } = await readStretch(work, {
      from: sql`from movement m join lot l on l.shop_id = m.shop_id and l.id = m.lot_id`,
      where: matching(work, wanted),
      keyset: {
        by: sql`m.at`,
        type: sql`timestamptz`,
        id: sql`m.id`,
        idType: sql`uuid`,
        isDescending: true,
        isNeverNull: true,
      },
      after,
      limit,
    });
    return { rows: await readLines(work, rows), next };
  });
}

/** One line of the ledger. Refuses an id that is none. */
export async function getMovement(ctx: Context, id: string): Promise<LedgerLine> {
  const [found] = await inTransaction(ctx, (work) => readLines(work, [id]));
  if (!found) throw new Refusal("not-found", "There is no such line in the ledger.");
  return found;
}

function matching({ shop }: WorkContext, wanted: Wanted): SQL {
  const { powderId, lotId, jobNumber, kind, since, before } = wanted;
  const conditions = [sql`m.shop_id = ${shop.id}`];
  if (powderId) conditions.push(sql`l.powder_id = ${powderId}`);
  if (lotId) conditions.push(sql`m.lot_id = ${lotId}`);
  if (kind) conditions.push(sql`m.kind = ${kind}`);
  if (since) conditions.push(sql`m.at >= ${since}::timestamptz`);
  if (before) conditions.push(sql`m.at < ${before}::timestamptz`);
  if (jobNumber !== undefined) {
    conditions.push(
      sql`m.job_id = (select j.id from job j where j.shop_id = ${shop.id} and j.number = ${jobNumber})`,
    );
  }
  return sql.join(conditions, sql` and `);
}

async function readLines(work: WorkContext, ids: string[]): Promise<LedgerLine[]> {
  if (ids.length === 0) return [];
  const lines = await work.tx.execute<LedgerLine>(sql`
    ${ledgerLines(work)} where l.shop_id = ${work.shop.id}
      and m.id = any(string_to_array(${ids.join(",")}, ',')::uuid[])`);
  const byId = new Map(lines.map((line) => [line.id, line]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
