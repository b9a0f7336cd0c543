import "server-only";
import { powder } from "@/db/schema/powders";
import { authorize, type Context, inTransaction } from "../context";
import { recordEvent } from "../history/record-event";
import type { PowderInput } from "./input";
import { refuseTakenCode } from "./refuse-taken-code";

/** Adds a powder. Refuses a maker's code that the shop has already, and a price from who may not see prices. */
export async function createPowder(ctx: Context, input: PowderInput): Promise<{ id: string; name: string }> {
  authorize(ctx, "powders.edit");
  if (input.priceCents !== null) authorize(ctx, "prices.see");
  return inTransaction(ctx, async (work) => {
    await refuseTakenCode(work, input.maker, input.code);
    const [made] = await work.tx
      .insert(powder)
      .values({ ...input, shopId: ctx.shop.id, createdAt: ctx.now })
      .returning({ id: powder.id });
    const id = made?.id as string;
    const { maker, code, name, priceCents, priceUnit } = input;
    recordEvent(work, {
      kind: "powder.created",
      subjectId: id,
      after: { maker, code, name, ...(priceCents === null ? {} : { priceCents, priceUnit }) },
    });
    return { id, name: input.name };
  });
}
