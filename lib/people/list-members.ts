import "server-only";
import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { link, member, person } from "@/db/schema/people";
import type { Role } from "@/db/vocabulary";
import { authorize, inTransaction, type MemberContext } from "../context";

export type MemberLine = {
  id: string;
  name: string;
  email: string;
  role: Role;
  isDisabled: boolean;
  seenAt: Date | null;
  isMe: boolean;
};
export type InviteLine = { id: string; name: string; email: string; role: Role; endsAt: Date };

/** Everyone who works in the shop, the disabled last, and who is invited but has not come. */
export async function listMembers(
  ctx: MemberContext,
): Promise<{ members: MemberLine[]; invites: InviteLine[] }> {
  authorize(ctx, "people.manage");
  return inTransaction(ctx, async ({ tx }) => {
    const rows = await tx
      .select({
        id: member.id,
        name: member.name,
        email: person.email,
        role: member.role,
        disabledAt: member.disabledAt,
        seenAt: sql<Date | null>`(select max(session.seen_at) from session
          where session.person_id = ${member.personId} and session.shop_id = ${member.shopId})`.mapWith(
          (at) => at && new Date(at),
        ),
      })
      .from(member)
      .innerJoin(person, eq(person.id, member.personId))
      .where(eq(member.shopId, ctx.shop.id))
      .orderBy(sql`${member.disabledAt} is not null`, sql`lower(${member.name})`, asc(member.id));
    const invites = await tx
      .select({ id: link.id, name: link.name, email: link.email, role: link.role, endsAt: link.endsAt })
      .from(link)
      .where(
        and(
          eq(link.kind, "invite"),
          eq(link.shopId, ctx.shop.id),
          isNull(link.usedAt),
          gt(link.endsAt, ctx.now),
        ),
      )
      .orderBy(asc(link.createdAt));
    return {
      members: rows.map(({ disabledAt, ...one }) => ({
        ...one,
        isDisabled: disabledAt !== null,
        isMe: one.id === ctx.actor.id,
      })),
      invites: invites.map((one) => ({ ...one, name: one.name ?? "", role: one.role ?? "coater" })),
    };
  });
}
