import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { file } from "@/db/schema/files";
import { type Context, inTransaction } from "../context";
import { keepCopy } from "./keep-copy";
import { isPicture } from "./limits";
import { cleanPicture } from "./picture";
import { storage } from "./storage";

/** Makes the copy of a shared picture that customers get, once; documents and what is private by now need none. */
export async function makeSharedCopy(ctx: Context, { fileId }: { fileId: string }): Promise<void> {
  const isWanting = and(
    eq(file.shopId, ctx.shop.id),
    eq(file.id, fileId),
    eq(file.visibility, "shared"),
    isNull(file.sharedKey),
  );
  const [found] = await inTransaction(ctx, ({ tx }) => tx.select().from(file).where(isWanting));
  if (!found || !isPicture(found.contentType)) return;
  const whole = await storage().read(found.storageKey);
  await keepCopy(
    ctx.shop.id,
    (path) => cleanPicture(whole, path, found.contentType),
    async (sharedKey) => {
      const named = await inTransaction(ctx, ({ tx }) =>
        tx.update(file).set({ sharedKey }).where(isWanting).returning({ id: file.id }),
      );
      return named.length > 0;
    },
  );
}
