import { member, person } from "@/db/schema/people";
import type { Role } from "@/db/vocabulary";
import { database, inTransaction, type MemberContext, mintContext } from "../context";
import { createShop } from "../people/create-shop";

/** A committed shop with one member of each role, for tests that need more than one connection. */
export async function openRealShop(
  name = "Quillback Powder Coating",
  { isDemo = false, now = new Date() } = {},
): Promise<Record<Role, MemberContext>> {
  const owner = await makePerson("Olive Owner");
  const { shop, memberId } = await createShop(
    { name, timeZone: "America/New_York", locale: "en-US", currency: "USD", units: "imperial", isDemo },
    { personId: owner, name: "Olive Owner" },
    now,
  );
  const context = (id: string, personId: string, called: string, role: Role) =>
    mintContext({
      actor: { kind: "member", id, personId, sessionId: crypto.randomUUID(), name: called, role },
      shop,
    });
  const first = context(memberId, owner, "Olive Owner", "owner");
  const join = async (called: string, role: Role) => {
    const personId = await makePerson(called);
    const id = await inTransaction(first, async ({ tx }) => {
      const [made] = await tx
        .insert(member)
        .values({ shopId: shop.id, personId, name: called, role })
        .returning({ id: member.id });
      return made?.id as string;
    });
    return context(id, personId, called, role);
  };
  return {
    owner: first,
    manager: await join("Mona Manager", "manager"),
    office: await join("Otto Office", "office"),
    coater: await join("Pia Painter", "coater"),
  };
}

async function makePerson(name: string): Promise<string> {
  const email = `${crypto.randomUUID()}@example.com`;
  const [made] = await database().insert(person).values({ email, name }).returning({ id: person.id });
  return made?.id as string;
}
