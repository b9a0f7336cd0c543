import "server-only";
import { createHash } from "node:crypto";
import { and, eq, lt } from "drizzle-orm";
import { apiAnswer } from "@/db/schema/api";
import { type Context, inTransaction, type KeyContext } from "../context";
import type { KeyWork } from "./operation";
import { Problem } from "./problem";

export type Kept = { status: number; etag: string; body: string };
export type Once = { onceKey: string; asked: string };

const keepDays = 7;

/**
 * Makes a change once for each name a program gives it, and keeps what it was answered in the same transaction: asked
 * again, even at once, it is answered the same and nothing is done. Refuses the name of something else. A refusal
 * changes nothing and is not kept.
 */
export async function answerOnce(
  ctx: KeyContext,
  { onceKey, asked }: Once,
  change: (work: KeyWork) => Promise<Kept>,
): Promise<Kept & { isReplayed: boolean }> {
  const fingerprint = createHash("sha256").update(asked).digest("base64url");
  return inTransaction(ctx, async (work) => {
    const at = { shopId: ctx.shop.id, keyId: ctx.actor.id, onceKey };
    const [fresh] = await work.tx
      .insert(apiAnswer)
      .values({ ...at, fingerprint, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ onceKey: apiAnswer.onceKey });
    if (!fresh) return { ...(await readKept(work, onceKey, fingerprint)), isReplayed: true };
    const answer = await change(work);
    await work.tx.update(apiAnswer).set(answer).where(named(work, onceKey));
    return { ...answer, isReplayed: false };
  });
}

async function readKept(work: KeyWork, onceKey: string, fingerprint: string): Promise<Kept> {
  const [kept] = await work.tx.select().from(apiAnswer).where(named(work, onceKey));
  if (kept?.fingerprint !== fingerprint) {
    throw new Problem(
      "once-key-reused",
      "This Idempotency-Key was used for another request. Give each request its own.",
    );
  }
  return { status: kept.status as number, etag: kept.etag, body: kept.body };
}

const named = (work: KeyWork, onceKey: string) =>
  and(eq(apiAnswer.shopId, work.shop.id), eq(apiAnswer.keyId, work.actor.id), eq(apiAnswer.onceKey, onceKey));

/** Lets go of answers older than a week: a program that asks again by then is asking anew. */
export async function sweepAnswers(ctx: Context): Promise<number> {
  const before = new Date(ctx.now.getTime() - keepDays * 86_400_000);
  const gone = await inTransaction(ctx, ({ tx }) =>
    tx
      .delete(apiAnswer)
      .where(and(eq(apiAnswer.shopId, ctx.shop.id), lt(apiAnswer.createdAt, before)))
      .returning({ onceKey: apiAnswer.onceKey }),
  );
  return gone.length;
}
