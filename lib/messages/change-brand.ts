import "server-only";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { mergeChanges } from "../history/merge-changes";
import type { BrandFields, BrandInput } from "./input";
import { lockBrand, saveBrand } from "./lock-brand";

/** Changes how the shop shows itself. Refuses a field that somebody else changed meanwhile to something else. */
export async function changeBrand(ctx: Context, { changes, was }: BrandInput): Promise<{ version: number }> {
  authorize(ctx, "settings.edit");
  return inTransaction(ctx, async (work) => {
    const now = await lockBrand(work);
    const { taken, before, clashes } = mergeChanges<BrandFields, typeof changes>(now, changes, was);
    const [clash] = clashes;
    if (clash) {
      throw new Refusal("conflict", "Somebody changed this meanwhile. What you typed is still here.", {
        field: clash.field,
        clashes,
      });
    }
    if (Object.keys(taken).length === 0) return { version: now.version };
    return saveBrand(work, now, taken, before, taken);
  });
}
