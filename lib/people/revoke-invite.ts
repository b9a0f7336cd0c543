import "server-only";
import { eq } from "drizzle-orm";
import { link } from "@/db/schema/people";
import { inTransaction, type MemberContext } from "../context";
import { recordEvent } from "../history/record-event";
import { authorizeRole } from "./authorize-role";
import { lockInvite } from "./lock-invite";

/** Takes an invitation back: its link stops working at once. Refuses one that was used. */
export async function revokeInvite(ctx: MemberContext, { id }: { id: string }): Promise<void> {
  authorizeRole(ctx);
  await inTransaction(ctx, async (work) => {
    const invite = await lockInvite(work, id);
    authorizeRole(ctx, invite.role ?? "coater");
    await work.tx.delete(link).where(eq(link.id, id));
    recordEvent(work, { kind: "member.invite-revoked", subjectId: id, before: { email: invite.email } });
  });
}
