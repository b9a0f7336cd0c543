import "server-only";
import { and, eq } from "drizzle-orm";
import { apiKey } from "@/db/schema/api";
import { authorize, inTransaction, type MemberContext } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";

/** Ends a key: its program is let in no more. Doing it twice is doing it once; what it did stays in the history. */
export async function revokeApiKey(ctx: MemberContext, { id }: { id: string }): Promise<void> {
  authorize(ctx, "keys.manage");
  await inTransaction(ctx, async (work) => {
    const at = and(eq(apiKey.shopId, ctx.shop.id), eq(apiKey.id, id));
    const [found] = await work.tx.select().from(apiKey).where(at).for("update");
    if (!found) throw new Refusal("not-found", "There is no such key.");
    if (found.revokedAt) return;
    await work.tx.update(apiKey).set({ revokedAt: ctx.now }).where(at);
    recordEvent(work, { kind: "key.revoked", subjectId: id, before: { key: found.name } });
  });
}
