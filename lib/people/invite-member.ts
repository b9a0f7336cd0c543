import "server-only";
import { and, eq, gt, isNull } from "drizzle-orm";
import { link, member, person } from "@/db/schema/people";
import { inTransaction, type MemberContext, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { ownLink } from "../messages/own-link";
import { queueMessage } from "../messages/queue-message";
import { authorizeRole } from "./authorize-role";
import type { Link } from "./find-link";
import type { InviteInput } from "./input";
import { takeTry, throttleKey } from "./throttle";
import { hashToken, makeToken } from "./tokens";

const inviteDays = 7;

/** A day of invitations and resends of one shop, so that nobody sends mail without end from here. */
export const mailADay = { tries: 200, seconds: 86_400 };

/**
 * Invites somebody by e-mail and answers the same link to copy; it is shown this once. Refuses who works here already,
 * a second open invitation, and an owner's role from anyone but an owner.
 */
export async function inviteMember(
  ctx: MemberContext,
  input: InviteInput,
): Promise<{ id: string; url: string }> {
  authorizeRole(ctx, input.role);
  await takeTry(throttleKey("invite", ctx.shop.id), mailADay, ctx.now);
  return inTransaction(ctx, async (work) => {
    await refuseKnown(work, input.email);
    const token = makeToken();
    const [made] = await work.tx
      .insert(link)
      .values({
        ...input,
        kind: "invite",
        shopId: ctx.shop.id,
        tokenHash: hashToken(token),
        createdAt: ctx.now,
        endsAt: inviteEnd(ctx.now),
      })
      .returning();
    const fresh = made as Link;
    recordEvent(work, { kind: "member.invited", subjectId: fresh.id, after: input });
    return { id: fresh.id, url: await mailInvite(work, fresh, token, ctx.actor.name) };
  });
}

export const inviteEnd = (now: Date) => new Date(now.getTime() + inviteDays * 86_400_000);

/** Queues the mail of an invitation and resolves to its link. */
export async function mailInvite(
  work: WorkContext,
  invite: Link,
  token: string,
  by: string,
): Promise<string> {
  const url = ownLink(`/invite/${token}`);
  await queueMessage(work, {
    onceKey: `invite:${invite.id}:${hashToken(token).slice(0, 12)}`,
    kind: "invite",
    to: invite.email,
    subject: `Join ${work.shop.name}`,
    paragraphs: [
      `Hello ${invite.name},`,
      `${by} invites you to ${work.shop.name} on Coatyard.`,
      `The button opens a page where you choose a password. It works once, until it is ${inviteDays} days old.`,
    ],
    button: { label: "Join the shop", url },
    footnote: "If you do not know this shop, do nothing.",
  });
  return url;
}

async function refuseKnown(work: WorkContext, email: string): Promise<void> {
  const [here] = await work.tx
    .select({ name: member.name, disabledAt: member.disabledAt })
    .from(member)
    .innerJoin(person, eq(person.id, member.personId))
    .where(and(eq(member.shopId, work.shop.id), eq(person.email, email)));
  if (here) {
    const how = here.disabledAt ? " but is disabled. Enable them instead." : ".";
    throw new Refusal("conflict", `${here.name} works in this shop already${how}`, { field: "email" });
  }
  const [open] = await work.tx
    .select({ id: link.id })
    .from(link)
    .where(
      and(
        eq(link.kind, "invite"),
        eq(link.shopId, work.shop.id),
        eq(link.email, email),
        isNull(link.usedAt),
        gt(link.endsAt, work.now),
      ),
    );
  if (open) {
    throw new Refusal("conflict", "This address is invited already. Send that invitation again instead.", {
      field: "email",
    });
  }
}
