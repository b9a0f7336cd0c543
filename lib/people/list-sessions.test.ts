import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { session } from "@/db/schema/people";
import { database, type MemberContext } from "../context";
import { testDatabase } from "../testing/database";
import { openRealShop } from "../testing/real-shop";
import { listSessions } from "./list-sessions";
import { openSession } from "./open-session";
import { proveSession } from "./prove-session";
import { revokeSession } from "./revoke-session";

testDatabase();

test("SECURITY 10: a person's own live sessions are listed, this one first, and one taken away is gone from the list and the door", async () => {
  const { owner, coater } = await openRealShop();
  const { personId } = owner.actor;
  const here = await openSession(personId, owner.shop.id, "Here");
  const phone = await openSession(personId, owner.shop.id, "Phone");
  await openSession(coater.actor.personId, owner.shop.id, "Somebody else's");
  const old = await openSession(personId, owner.shop.id, "Idle", new Date(Date.now() - 8 * 86_400_000));
  const me = (await proveSession(here, owner.shop.id)) as MemberContext;
  const listed = await listSessions(me);
  expect(listed.map((one) => [one.device, one.isThis])).toEqual([
    ["Here", true],
    ["Phone", false],
  ]);
  expect(JSON.stringify(listed)).not.toMatch(new RegExp(`token|hash|${here}|${phone}|${old}`, "i"));
  await revokeSession(me, { id: listed[1]?.id as string });
  expect((await listSessions(me)).map((one) => one.device)).toEqual(["Here"]);
  expect(await proveSession(phone, owner.shop.id)).toBeNull();
  const [kept] = await database().select().from(session).where(eq(session.device, "Here"));
  expect(kept?.endedAt).toBeNull();
});
