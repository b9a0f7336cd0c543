import "server-only";
import { member, person } from "@/db/schema/people";
import type { Role } from "@/db/vocabulary";
import { database, inTransaction, mintContext } from "../context";
import { recordEvent } from "../history/record-event";
import { log } from "../log";
import { enqueue } from "../outbox/enqueue";
import type { Caller } from "./caller";
import { createShop } from "./create-shop";
import type { OpenDemoInput } from "./input";
import { openSession } from "./open-session";
import { proveSetupCode } from "./prove-setup-code";
import { refuseSecondShop } from "./refuse-second-shop";

const demoShopName = "Quillback Powder Coating";

/** Each role and two more coaters; they have no password, and the first of each role signs in by one click, in the demo alone. */
const owner = { name: "Ines Calder", email: "ines@quillback.example" };
const others: { name: string; email: string; role: Role }[] = [
  { name: "Marcus Obi", email: "marcus@quillback.example", role: "manager" },
  { name: "Dana Whitlock", email: "dana@quillback.example", role: "office" },
  { name: "Ray Tellez", email: "ray@quillback.example", role: "coater" },
  { name: "Noor Haddad", email: "noor@quillback.example", role: "coater" },
  { name: "Pete Lindqvist", email: "pete@quillback.example", role: "coater" },
];

/** Makes the demo shop with a person of each role, hands its filling to the worker, and signs in its owner. Refuses a wrong code and a second shop. */
export async function openDemo(input: OpenDemoInput, caller: Caller, now = new Date()) {
  await proveSetupCode(input.code, caller, now);
  const { code: _, ...settings } = input;
  const { personId, shopId } = await database().transaction(async (tx) => {
    await refuseSecondShop(tx);
    const people = await tx
      .insert(person)
      .values([owner, ...others].map(({ name, email }) => ({ name, email, createdAt: now })))
      .onConflictDoUpdate({ target: person.email, set: { passwordHash: null } })
      .returning({ id: person.id, email: person.email });
    const idOf = (email: string) => people.find((one) => one.email === email)?.id as string;
    const personId = idOf(owner.email);
    const fresh = { ...settings, name: demoShopName, isDemo: true };
    const { shop } = await createShop(fresh, { personId, name: owner.name }, now, tx);
    const work = { tx, events: [], nesting: "savepoint" as const };
    const ctx = mintContext({ actor: { kind: "system", name: "Demo" }, shop, now, work });
    await inTransaction(ctx, async (inside) => {
      for (const { name, email, role } of others) {
        const [joined] = await inside.tx
          .insert(member)
          .values({ shopId: shop.id, personId: idOf(email), name, role, createdAt: now })
          .returning({ id: member.id });
        recordEvent(inside, {
          kind: "member.joined",
          subjectId: joined?.id as string,
          after: { name, role },
        });
      }
      await enqueue(inside, "make-demo", { shopId: shop.id });
    });
    return { personId, shopId: shop.id };
  });
  log.info({ shopId, address: caller.address }, "demo opened");
  const token = await openSession(personId, shopId, caller.device, now);
  return { token, shopId, email: owner.email };
}
