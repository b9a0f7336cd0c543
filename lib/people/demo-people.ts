import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { member, person, shop } from "@/db/schema/people";
import { type Role, roles } from "@/db/vocabulary";
import { database, inTransaction, mintContext } from "../context";
import { Refusal } from "../errors";
import { log } from "../log";
import type { Caller } from "./caller";
import { openSession } from "./open-session";
import { findShop } from "./system-context";
import { networkOf, takeTry, throttleKey } from "./throttle";

type DemoPerson = { shopId: string; personId: string; memberId: string; name: string; role: Role };

/** The people of the demo shop who need no password, owner first; none where there is no demo. */
export async function listDemoPeople(): Promise<DemoPerson[]> {
  const [demo] = await database().select({ id: shop.id }).from(shop).where(eq(shop.isDemo, true)).limit(1);
  const found = demo ? await findShop(demo.id) : null;
  if (!found) return [];
  const ctx = mintContext({ actor: { kind: "system", name: "Demo" }, shop: found });
  const people = await inTransaction(ctx, ({ tx }) =>
    tx
      .select({
        shopId: member.shopId,
        personId: member.personId,
        memberId: member.id,
        name: member.name,
        role: member.role,
      })
      .from(member)
      .innerJoin(person, eq(person.id, member.personId))
      .where(and(eq(member.shopId, found.id), isNull(member.disabledAt), isNull(person.passwordHash)))
      .orderBy(asc(member.createdAt), sql`lower(${member.name})`),
  );
  const firstOfRole = roles.map((role) => people.find((one) => one.role === role));
  return firstOfRole.filter((one) => one !== undefined);
}

/** Opens a session for a person of the demo. Refuses anyone else's id. */
export async function signInToDemo(memberId: string, caller: Caller, now = new Date()) {
  await takeTry(throttleKey("demo", networkOf(caller.address)), { tries: 60, seconds: 900 }, now);
  const someone = (await listDemoPeople()).find((one) => one.memberId === memberId);
  if (!someone) throw new Refusal("not-found", "The demo has no such person. Reload this page.");
  const token = await openSession(someone.personId, someone.shopId, caller.device, now);
  log.info(
    { personId: someone.personId, shopId: someone.shopId, address: caller.address },
    "signed in to the demo",
  );
  return { token, shopId: someone.shopId, email: "" };
}
