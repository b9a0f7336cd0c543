import "server-only";
import { eq } from "drizzle-orm";
import { link } from "@/db/schema/people";
import { inTransaction, type MemberContext } from "../context";
import { recordEvent } from "../history/record-event";
import { authorizeRole } from "./authorize-role";
import type { Link } from "./find-link";
import { inviteEnd, mailADay, mailInvite } from "./invite-member";
import { lockInvite } from "./lock-invite";
import { takeTry, throttleKey } from "./throttle";
import { hashToken, makeToken } from "./tokens";

/** Sends an invitation again with a new link for seven more days; the link before it stops working. */
export async function resendInvite(ctx: MemberContext, { id }: { id: string }): Promise<{ url: string }> {
  authorizeRole(ctx);
  await takeTry(throttleKey("invite", ctx.shop.id), mailADay, ctx.now);
  return inTransaction(ctx, async (work) => {
    const invite = await lockInvite(work, id);
    authorizeRole(ctx, invite.role ?? "coater");
    const token = makeToken();
    const [changed] = await work.tx
      .update(link)
      .set({ tokenHash: hashToken(token), endsAt: inviteEnd(ctx.now) })
      .where(eq(link.id, id))
      .returning();
    recordEvent(work, { kind: "member.invite-resent", subjectId: id, after: { email: invite.email } });
    return { url: await mailInvite(work, changed as Link, token, ctx.actor.name) };
  });
}
