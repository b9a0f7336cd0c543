import "server-only";
import { eventSeal } from "@/db/schema/history";
import { type Context, inTransaction } from "../context";
import { env } from "../env";
import { asker } from "./ask";
import { findSeal, isOwnSeal, nextSeal, type Seal } from "./chain.mjs";
import { keepHead, readHead } from "./heads";

/**
 * Seals what the shop's history grew by, away from the commands that wrote it; returns how many events. Throws, and seals nothing more,
 * when the seals that are there are not the ones that were made: sealing on would hide it.
 */
export async function sealHistory(ctx: Context): Promise<number> {
  const head = await readHead(ctx.shop.id);
  const made = await inTransaction(ctx, async ({ tx, shop }) => {
    const ask = asker(tx);
    const last = await findSeal(ask, shop.id);
    const before = last && last.number > 1 ? await findSeal(ask, shop.id, last.number - 1) : null;
    if (last && !isOwnSeal(env().AUDIT_KEY, shop.id, last, before?.mac ?? "")) throw new Error(refusal);
    if (head && (await findSeal(ask, shop.id, head.number))?.mac !== head.mac) throw new Error(refusal);
    const seal = await nextSeal(ask, { key: env().AUDIT_KEY, shopId: shop.id, last });
    if (!seal) return null;
    const kept = await tx
      .insert(eventSeal)
      .values({ ...seal, shopId: shop.id })
      .onConflictDoNothing()
      .returning({ number: eventSeal.number });
    // Another worker was quicker: what it sealed is sealed.
    return kept.length > 0 ? seal : null;
  });
  if (!made) return 0;
  await keepHead(ctx.shop.id, made);
  return countOf(made);
}

const refusal =
  "The history was changed past the product, or AUDIT_KEY is another one. Nothing more is sealed: look at Settings, Audit.";

const countOf = ({ fromSeq, toSeq }: Seal) => toSeq - fromSeq + 1;
