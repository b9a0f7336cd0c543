import "server-only";
import { and, eq } from "drizzle-orm";
import { member, person } from "@/db/schema/people";
import { inTransaction, type MemberContext } from "../context";
import { recordEvent } from "../history/record-event";

/** Changes one's own name, here and for shops joined later. */
export async function renameMe(ctx: MemberContext, { name }: { name: string }): Promise<void> {
  const { id, personId, name: before } = ctx.actor;
  if (name === before) return;
  await inTransaction(ctx, async (work) => {
    await work.tx.update(person).set({ name }).where(eq(person.id, personId));
    await work.tx
      .update(member)
      .set({ name })
      .where(and(eq(member.shopId, ctx.shop.id), eq(member.id, id)));
    recordEvent(work, { kind: "member.renamed", subjectId: id, before: { name: before }, after: { name } });
  });
}
