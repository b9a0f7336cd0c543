import "server-only";
import { authorize, type Context, inTransaction } from "../context";
import { drawLogo } from "./draw-logo";
import { lockBrand, saveBrand } from "./lock-brand";

/** Takes an uploaded picture as the shop's logo. Refuses what is no PNG, JPEG or WebP, and a broken one. */
export async function changeLogo(ctx: Context, { path }: { path: string }): Promise<{ version: number }> {
  authorize(ctx, "settings.edit");
  const logo = await drawLogo(path);
  return inTransaction(ctx, async (work) => {
    const now = await lockBrand(work);
    return saveBrand(work, now, { logo }, { logo: now.logo !== null }, { logo: true });
  });
}
