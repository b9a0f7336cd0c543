import "server-only";
import { and, eq } from "drizzle-orm";
import { importRun } from "@/db/schema/imports";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { lockRun } from "./read-import";

/** Asks an import, or its undo, to stop after the row it is at: what went in stays in, what was taken back stays so, and both can go on. Refuses one at rest. */
export async function cancelImport(ctx: Context, { id }: { id: string }): Promise<void> {
  authorize(ctx, "imports.run");
  await inTransaction(ctx, async (work) => {
    const run = await lockRun(work, id);
    if (run.state !== "running" && run.state !== "undoing")
      throw new Refusal("conflict", "This import is not running.");
    await work.tx
      .update(importRun)
      .set({ isCancelAsked: true })
      .where(and(eq(importRun.shopId, ctx.shop.id), eq(importRun.id, id)));
  });
}
