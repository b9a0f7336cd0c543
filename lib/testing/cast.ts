import { eq } from "drizzle-orm";
import { stage } from "@/db/schema/jobs";
import { member, person, shop } from "@/db/schema/people";
import { defaultStages, type Role } from "@/db/vocabulary";
import { inTransaction, type MemberContext, mintContext, type Shop, type WorkContext } from "../context";
import type { TestTransaction } from "./database";

export type Cast = {
  shop: Shop;
  owner: MemberContext;
  manager: MemberContext;
  office: MemberContext;
  painter: MemberContext;
};

/** A shop of its own with one member of each role, in the test's transaction. */
export async function castOf(
  tx: TestTransaction,
  name = "Quillback Powder Coating",
  now = new Date(),
): Promise<Cast> {
  const [row] = await tx
    .insert(shop)
    .values({ name, timeZone: "America/New_York", locale: "en-US", currency: "USD", units: "imperial" })
    .returning();
  const { createdAt: _, ...made } = row as typeof shop.$inferSelect;
  const system = mintContext({
    actor: { kind: "system", name: "Test" },
    shop: made,
    now,
    work: { tx, events: [], nesting: "savepoint" },
  });
  const people = await inTransaction(system, async (work) => {
    await work.tx
      .insert(stage)
      .values(defaultStages.map((one, index) => ({ ...one, shopId: made.id, position: index + 1 })));
    return {
      owner: await joinAs(work, "Olive Owner", "owner"),
      manager: await joinAs(work, "Mona Manager", "manager"),
      office: await joinAs(work, "Otto Office", "office"),
      painter: await joinAs(work, "Pia Painter", "coater"),
    };
  });
  return { shop: made, ...people };
}

async function joinAs(work: WorkContext, name: string, role: Role): Promise<MemberContext> {
  const email = `${name.split(" ")[0]?.toLowerCase()}-${crypto.randomUUID()}@example.com`;
  const [someone] = await work.tx.insert(person).values({ email, name }).returning({ id: person.id });
  const personId = someone?.id as string;
  const [joined] = await work.tx
    .insert(member)
    .values({ shopId: work.shop.id, personId, name, role })
    .returning({ id: member.id });
  return mintContext({
    actor: { kind: "member", id: joined?.id as string, personId, sessionId: crypto.randomUUID(), name, role },
    shop: work.shop,
    now: work.now,
    work: { tx: work.tx, events: [], nesting: "savepoint" },
  });
}

/** The shop's stage of a name. */
export async function stageNamed(ctx: MemberContext, name: string) {
  return inTransaction(ctx, async ({ tx }) => {
    const [found] = await tx.select().from(stage).where(eq(stage.name, name));
    if (!found) throw new Error(`no stage ${name}`);
    return found;
  });
}
