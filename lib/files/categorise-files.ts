import "server-only";
import { and, eq } from "drizzle-orm";
import { file } from "@/db/schema/files";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import type { CategoriesInput } from "./input";
import { lockFiles, tellOfFile } from "./lock-files";

/** Files each of the given files under its category. Refuses one that is not there or was taken away. */
export async function categoriseFiles(ctx: Context, { files }: CategoriesInput): Promise<void> {
  authorize(ctx, "jobs.edit");
  const wanted = new Map(files.map(({ fileId, category }) => [fileId, category]));
  await inTransaction(ctx, async (work) => {
    for (const one of await lockFiles(work, [...wanted.keys()])) {
      const category = wanted.get(one.file.id);
      if (one.file.retiredAt)
        throw new Refusal("gone", `${one.file.name} was taken away. Put it back first.`);
      if (!category || category === one.file.category) continue;
      await work.tx
        .update(file)
        .set({ category })
        .where(and(eq(file.shopId, ctx.shop.id), eq(file.id, one.file.id)));
      tellOfFile(work, one, "file.categorised", {
        before: { category: one.file.category },
        after: { category },
      });
    }
  });
}
