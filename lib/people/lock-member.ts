import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import { member } from "@/db/schema/people";
import type { WorkContext } from "../context";
import { Refusal } from "../errors";

type Member = typeof member.$inferSelect;

/** The member of an id, with all owners of the shop held, so that two changes at once cannot leave it without one. */
export async function lockMember(work: WorkContext, id: string): Promise<Member> {
  const owners = and(eq(member.shopId, work.shop.id), eq(member.role, "owner"));
  await work.tx.select({ id: member.id }).from(member).where(owners).orderBy(member.id).for("update");
  const [found] = await work.tx
    .select()
    .from(member)
    .where(and(eq(member.shopId, work.shop.id), eq(member.id, id)))
    .for("update");
  if (!found) throw new Refusal("not-found", "There is no such person in this shop.");
  return found;
}

/** Refuses when this member is the shop's last owner who can sign in. */
export async function refuseLastOwner(work: WorkContext, leaving: Member): Promise<void> {
  if (leaving.role !== "owner" || leaving.disabledAt) return;
  const others = await work.tx
    .select({ id: member.id })
    .from(member)
    .where(
      and(
        eq(member.shopId, work.shop.id),
        eq(member.role, "owner"),
        isNull(member.disabledAt),
        ne(member.id, leaving.id),
      ),
    );
  if (others.length === 0) {
    throw new Refusal("conflict", `${leaving.name} is the only owner. Make somebody else an owner first.`);
  }
}
