import "server-only";
import { sql } from "drizzle-orm";
import { type Context, inTransaction } from "../context";
import { todayIn } from "../jobs/due";
import type { ProofLine } from "./proof-view";
import { readProofLines } from "./read-proof-lines";

/** The proofs of a job, oldest first, each as its newest version stands; none of a number that is no job's. */
export async function listJobProofs(ctx: Context, number: number): Promise<ProofLine[]> {
  const lines = await inTransaction(ctx, (work) =>
    readProofLines(work, {
      where: sql`j.number = ${number}`,
      order: sql`p.created_at, p.id`,
      today: todayIn(ctx.shop.timeZone, ctx.now),
    }),
  );
  return lines.map(({ job: _, isLate: __, ...line }) => line);
}
