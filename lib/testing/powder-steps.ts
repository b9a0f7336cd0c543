import type { MemberContext } from "../context";
import { createPowder } from "../powders/create-powder";
import { editLot } from "../powders/edit-lot";
import { powderInput, receiveLotInput } from "../powders/input";
import { receiveLot } from "../powders/receive-lot";
import { recordReturn } from "../powders/record-return";
import { recordUsage } from "../powders/record-usage";
import { recordWaste } from "../powders/record-waste";
import { reverseMovement } from "../powders/reverse-movement";
import type { TestTransaction } from "./database";
import { writeLot } from "./paper";

export const powderSteps = ["receive", "draw", "draw", "waste", "put-back", "take-back", "reprice"] as const;
type Step = { does: string; job: number; minutes: number; cents: number };

type Moved = { id: string; lot: number; job?: number; grams: number; usedCents: number };
/** The lots of a shop by their numbers, and all that came into them or left them. */
export type Lots = { kept: { id: string; centsPerKg: number }[]; moved: Moved[] };

/** Takes one step by its command; what that does not refuse is written on the paper. */
export async function takePowder(
  tx: TestTransaction,
  lots: Lots,
  one: Step,
  ctx: MemberContext,
  job: number,
) {
  const lot = one.cents % Math.max(1, lots.kept.length);
  const of = lots.kept[lot];
  if (one.does === "receive" || !of) return receive(tx, lots, one, ctx);
  const move = async (moved: Moved) => {
    lots.moved.push(moved);
    const { centsPerKg } = lots.kept[moved.lot] as typeof of;
    await writeLot(tx, { ...moved, at: ctx.now, centsPerKg });
  };
  const grams = odd(one.minutes);
  const weight = { lotId: of.id, quantity: grams, unit: "g" as const };
  const usedCents = Math.round((grams * of.centsPerKg) / 1000);
  if (one.does === "draw") {
    const { id } = await recordUsage(ctx, { ...weight, jobNumber: job });
    await move({ id, lot, job, grams: -grams, usedCents });
  }
  if (one.does === "waste") {
    const { id } = await recordWaste(ctx, { ...weight, reason: "spilt" });
    await move({ id, lot, grams: -grams, usedCents });
  }
  if (one.does === "put-back") {
    const out = { grams: 0, usedCents: 0 };
    for (const moved of lots.moved.filter((each) => each.lot === lot && each.job === job)) {
      out.grams -= moved.grams;
      out.usedCents += moved.usedCents;
    }
    if (out.grams === 0) return;
    const { id } = await recordReturn(ctx, { ...weight, quantity: out.grams, jobNumber: job });
    await move({ id, lot, job, grams: out.grams, usedCents: 0 - out.usedCents });
  }
  if (one.does === "take-back") {
    const line = lots.moved[one.minutes % lots.moved.length];
    if (!line) return;
    const { id } = await reverseMovement(ctx, { id: line.id, reason: "slip" });
    await move({ ...line, id, grams: -line.grams, usedCents: 0 - line.usedCents });
  }
  if (one.does === "reprice") {
    of.centsPerKg = odd(one.minutes * 3);
    await editLot(ctx, { id: of.id, changes: { priceCents: of.centsPerKg }, was: {} });
    // A new price is dated by the database's clock, which no test moves.
    await writeLot(tx, { lot, grams: 0, centsPerKg: of.centsPerKg, usedCents: 0 });
  }
}

async function receive(tx: TestTransaction, lots: Lots, one: Step, ctx: MemberContext): Promise<void> {
  const lot = lots.kept.length;
  const white = powderInput.parse({ maker: "Tiger", code: `${lot}`, name: "White" });
  const { id: powderId } = await createPowder(ctx, white);
  const [grams, centsPerKg] = [odd(one.minutes * 2), odd(one.cents)];
  const price = { priceCents: centsPerKg, priceUnit: "kg" };
  const { id } = await receiveLot(
    ctx,
    receiveLotInput.parse({ powderId, quantity: grams, unit: "g", ...price }),
  );
  lots.kept.push({ id, centsPerKg });
  await writeLot(tx, { lot, at: ctx.now, grams, centsPerKg, usedCents: 0 });
}

/** Odd grams at an odd price never cost half a cent, which might be rounded either way. */
const odd = (number: number) => number | 1;
