import "server-only";
import { and, eq } from "drizzle-orm";
import { movement } from "@/db/schema/powders";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { formatMass } from "../measures/format-mass";
import type { ReverseMovementInput } from "./input";
import { lockLot, onHandMg } from "./lock-powder";
import { outForJob } from "./out-for-job";
import { type Posted, postMovement } from "./post-movement";

/**
 * Takes a line of the ledger back by its opposite; the line itself stays. Refuses a second time, a line that is itself
 * a reversal, one that brought in what has been used since, and a usage of which some was put back.
 */
export async function reverseMovement(ctx: Context, input: ReverseMovementInput): Promise<Posted> {
  authorize(ctx, "powders.edit");
  return inTransaction(ctx, async (work) => {
    const known = await findMovement(work, input.id);
    const lot = await lockLot(work, known.lotId);
    if (known.reversesId) throw new Refusal("conflict", "This line takes another back; it stays.");
    await refuseSecond(work, known.id);
    await refuseReturned(work, known);
    await refuseUsed(work, known);
    const line = {
      kind: known.kind,
      massMg: -known.massMg,
      quantityTyped: known.quantityTyped,
      unitTyped: known.unitTyped,
      costCents: known.costCents === null ? null : 0 - known.costCents,
      jobId: known.jobId ?? undefined,
      coatId: known.coatId,
      reversesId: known.id,
      reason: input.reason,
    };
    return postMovement(work, lot, line, { kind: "movement.reversed", more: { reverses: known.id } });
  });
}

type Line = typeof movement.$inferSelect;

async function findMovement(work: WorkContext, id: string): Promise<Line> {
  const [found] = await work.tx
    .select()
    .from(movement)
    .where(and(eq(movement.shopId, work.shop.id), eq(movement.id, id)));
  if (!found) throw new Refusal("not-found", "There is no such line in the ledger.");
  return found;
}

async function refuseSecond(work: WorkContext, id: string): Promise<void> {
  const [already] = await work.tx
    .select({ id: movement.id })
    .from(movement)
    .where(and(eq(movement.shopId, work.shop.id), eq(movement.reversesId, id)));
  if (already) throw new Refusal("conflict", "This line was already taken back.");
}

async function refuseUsed(work: WorkContext, { lotId, massMg }: Line): Promise<void> {
  const held = await onHandMg(work, lotId);
  if (held >= massMg) return;
  const { units, locale } = work.shop;
  const [came, left] = [massMg, held].map((mg) => formatMass(mg, units, locale));
  throw new Refusal(
    "conflict",
    `This line brought ${came} in and the lot holds ${left}: some was used since. Take that back first, or count the lot.`,
    { onHandMg: held },
  );
}

async function refuseReturned(work: WorkContext, line: Line): Promise<void> {
  if (line.kind !== "usage" || !line.jobId) return;
  const out = await outForJob(work, line.lotId, line.jobId, line.coatId);
  if (out.mg < -line.massMg) {
    throw new Refusal("conflict", "Some of this was put back since. Take that back first.");
  }
}
