import "server-only";
import { and, eq } from "drizzle-orm";
import { member } from "@/db/schema/people";
import { type Context, inTransaction } from "../context";
import { recordEvent } from "../history/record-event";
import { authorizeRole } from "./authorize-role";
import { endSessions } from "./end-sessions";
import { lockMember, refuseLastOwner } from "./lock-member";

/** Keeps a member out of the shop from their next request on; what they did stays. Refuses the last owner. */
export async function disableMember(ctx: Context, { id }: { id: string }): Promise<void> {
  authorizeRole(ctx);
  await inTransaction(ctx, async (work) => {
    const now = await lockMember(work, id);
    authorizeRole(ctx, now.role);
    if (now.disabledAt) return;
    await refuseLastOwner(work, now);
    await work.tx
      .update(member)
      .set({ disabledAt: ctx.now })
      .where(and(eq(member.shopId, ctx.shop.id), eq(member.id, id)));
    await endSessions({ personId: now.personId, shopId: ctx.shop.id }, ctx.now, work.tx);
    recordEvent(work, { kind: "member.disabled", subjectId: id, after: { name: now.name } });
  });
}
