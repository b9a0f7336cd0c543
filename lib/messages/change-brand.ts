import "server-only";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import type { BrandInput } from "./input";
import { lockBrand, saveBrand } from "./lock-brand";

const fields = ["accent", "phone", "address", "replyTo"] as const;

/** Changes how the shop shows itself. Refuses when somebody else saved it meanwhile. */
export async function changeBrand(
  ctx: Context,
  { version, ...wanted }: BrandInput,
): Promise<{ version: number }> {
  authorize(ctx, "settings.edit");
  return inTransaction(ctx, async (work) => {
    const now = await lockBrand(work);
    if (now.version !== version) {
      throw new Refusal(
        "stale",
        "Somebody changed this meanwhile. Reload to see it; what you typed is still here.",
      );
    }
    const changed = fields.filter((field) => wanted[field] !== now[field]);
    if (changed.length === 0) return { version };
    const only = (of: typeof wanted) => Object.fromEntries(changed.map((field) => [field, of[field]]));
    return saveBrand(work, now, wanted, only(now), only(wanted));
  });
}
