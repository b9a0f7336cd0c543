import "server-only";
import { and, eq } from "drizzle-orm";
import { member } from "@/db/schema/people";
import { type Context, inTransaction } from "../context";
import { recordEvent } from "../history/record-event";
import { authorizeRole } from "./authorize-role";
import { lockMember } from "./lock-member";

/** Lets a disabled member in again, with the role they had. */
export async function enableMember(ctx: Context, { id }: { id: string }): Promise<void> {
  authorizeRole(ctx);
  await inTransaction(ctx, async (work) => {
    const now = await lockMember(work, id);
    authorizeRole(ctx, now.role);
    if (!now.disabledAt) return;
    await work.tx
      .update(member)
      .set({ disabledAt: null })
      .where(and(eq(member.shopId, ctx.shop.id), eq(member.id, id)));
    recordEvent(work, { kind: "member.enabled", subjectId: id, after: { name: now.name } });
  });
}
