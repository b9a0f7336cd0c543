import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { type Context, inTransaction, type WorkContext } from "../context";
import { type Place, readStretch, type Stretch } from "../entry/keyset";
import { todayIn } from "../jobs/due";
import type { WaitingProofsInput } from "./input";
import { type ProofFilter, proofsOnPage, type WaitingProof, type WaitingProofs } from "./proof-view";
import { newestVersions, readProofLines, standing } from "./read-proof-lines";

/** The shop's proofs by how their newest versions stand, a page of 50: what is due first, of decided ones the newest. */
export async function listWaitingProofs(ctx: Context, input: WaitingProofsInput): Promise<WaitingProofs> {
  const today = todayIn(ctx.shop.timeZone, ctx.now);
  return inTransaction(ctx, async (work) => {
    const where = sql`${shown(work, input.show, today)} and ${found(input.search)}`;
    const [counted] = await work.tx.execute<{ total: number }>(
      sql`select count(*)::int as total ${newestVersions(ctx.shop.id)} and ${where}`,
    );
    const total = counted?.total ?? 0;
    const pages = Math.max(1, Math.ceil(total / proofsOnPage));
    const from = (Math.min(input.page, pages) - 1) * proofsOnPage;
    const order = orders[input.show === "decided" || input.show === "all" ? "newest" : "due"];
    const proofs = await readProofLines(work, {
      where,
      order,
      slice: sql`limit ${proofsOnPage} offset ${from}`,
      today,
    });
    return { proofs, total, pages };
  });
}

type Wanted = { show: ProofFilter; search: string; jobNumber?: number };

/** The shop's proofs, the newest first, that come after a place in that order, for who reads on from there. */
export async function listProofsAfter(
  ctx: Context,
  { show, search, jobNumber }: Wanted,
  { after, limit }: { after: Place | null; limit: number },
): Promise<Stretch<WaitingProof>> {
  const today = todayIn(ctx.shop.timeZone, ctx.now);
  return inTransaction(ctx, async (work) => {
    const ofJob = jobNumber === undefined ? sql`true` : sql`j.number = ${jobNumber}`;
    const wanted = sql`${shown(work, show, today)} and ${found(search)} and ${ofJob}`;
    const { rows, next } = await readStretch(work, {
      from: sql`from (select p.id, p.created_at ${newestVersions(ctx.shop.id)} and ${wanted}) p`,
      where: sql`true`,
      keyset: {
        by: sql`p.created_at`,
        type: sql`timestamptz`,
        id: sql`p.id`,
        idType: sql`uuid`,
        isDescending: true,
        isNeverNull: true,
      },
      after,
      limit,
    });
    const where = sql`p.id = any(string_to_array(${rows.join(",")}, ',')::uuid[])`;
    return {
      rows: await readProofLines(work, { where, order: sql`p.created_at desc, p.id desc`, today }),
      next,
    };
  });
}

const orders = {
  due: sql`v.due_on nulls last, v.asked_at nulls last, v.created_at, p.id`,
  newest: sql`coalesce(v.decided_at, v.asked_at, v.created_at) desc, p.id`,
};

function shown({ now }: WorkContext, show: ProofFilter, today: string): SQL {
  const isOpen = sql`j.stage_kind not in ('delivered', 'cancelled')`;
  const state = standing(now);
  const conditions: Record<ProofFilter, SQL> = {
    open: sql`${isOpen} and ${state} <> 'approved'`,
    waiting: sql`${isOpen} and ${state} = 'waiting'`,
    late: sql`${isOpen} and ${state} = 'waiting' and v.due_on < ${today}::date`,
    changes: sql`${isOpen} and ${state} in ('changes', 'rejected')`,
    draft: sql`${isOpen} and ${state} in ('draft', 'withdrawn', 'expired')`,
    decided: sql`${state} in ('approved', 'changes', 'rejected')`,
    all: sql`true`,
  };
  return conditions[show];
}

function found(search: string): SQL {
  if (!search) return sql`true`;
  const like = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`(p.title ilike ${like} or k.name ilike ${like} or j.number::text = ${search.replace(/^#/, "")})`;
}
