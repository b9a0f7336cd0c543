import "server-only";
import { authorize, type Context, inTransaction } from "../context";
import { lockBrand, saveBrand } from "./lock-brand";

/** Takes the shop's logo away; its name stands there instead. */
export async function removeLogo(ctx: Context): Promise<{ version: number }> {
  authorize(ctx, "settings.edit");
  return inTransaction(ctx, async (work) => {
    const now = await lockBrand(work);
    if (now.logo === null) return { version: now.version };
    return saveBrand(work, now, { logo: null }, { logo: true }, { logo: false });
  });
}
