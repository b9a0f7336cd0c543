import "server-only";
import type { Database } from "@/db/client";
import { stage } from "@/db/schema/jobs";
import { member, shop } from "@/db/schema/people";
import { defaultStages } from "@/db/vocabulary";
import { database, inTransaction, mintContext, type Shop } from "../context";
import { recordEvent } from "../history/record-event";

type NewShop = Omit<Shop, "id" | "isDemo"> & { isDemo?: boolean };
type NewOwner = { personId: string; name: string };

/** Makes a shop with the default stages and its first owner. The caller has proven the right to (set-up code). */
export async function createShop(
  fresh: NewShop,
  owner: NewOwner,
  now = new Date(),
  open: Pick<Database, "transaction"> = database(),
): Promise<{ shop: Shop; memberId: string }> {
  return open.transaction(async (tx) => {
    const [row] = await tx
      .insert(shop)
      .values({ ...fresh, createdAt: now })
      .returning();
    const { createdAt: _, ...made } = row as typeof shop.$inferSelect;
    const work = { tx, events: [], nesting: "savepoint" as const };
    const ctx = mintContext({ actor: { kind: "system", name: "Set-up" }, shop: made, now, work });
    const memberId = await inTransaction(ctx, async (inside) => {
      await inside.tx
        .insert(stage)
        .values(defaultStages.map((one, index) => ({ ...one, shopId: made.id, position: index + 1 })));
      const [first] = await inside.tx
        .insert(member)
        .values({
          shopId: made.id,
          personId: owner.personId,
          name: owner.name,
          role: "owner",
          createdAt: now,
        })
        .returning({ id: member.id });
      const id = first?.id as string;
      recordEvent(inside, { kind: "shop.created", subjectId: made.id, after: { name: made.name } });
      recordEvent(inside, {
        kind: "member.joined",
        subjectId: id,
        after: { name: owner.name, role: "owner" },
      });
      return id;
    });
    return { shop: made, memberId };
  });
}
