import "server-only";
import { and, eq } from "drizzle-orm";
import { member } from "@/db/schema/people";
import type { Role } from "@/db/vocabulary";
import { type Context, inTransaction } from "../context";
import { recordEvent } from "../history/record-event";
import { authorizeRole } from "./authorize-role";
import { lockMember, refuseLastOwner } from "./lock-member";

/** Gives a member another role, from their next request on. Refuses the last owner, and owners to anyone but an owner. */
export async function changeRole(ctx: Context, { id, role }: { id: string; role: Role }): Promise<void> {
  authorizeRole(ctx, role);
  await inTransaction(ctx, async (work) => {
    const now = await lockMember(work, id);
    authorizeRole(ctx, now.role);
    if (now.role === role) return;
    await refuseLastOwner(work, now);
    await work.tx
      .update(member)
      .set({ role })
      .where(and(eq(member.shopId, ctx.shop.id), eq(member.id, id)));
    recordEvent(work, {
      kind: "member.role-changed",
      subjectId: id,
      before: { role: now.role },
      after: { name: now.name, role },
    });
  });
}
