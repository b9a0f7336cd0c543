import { expect, test } from "vitest";
import { link, session, throttle } from "@/db/schema/people";
import { database } from "../context";
import { testDatabase } from "../testing/database";
import { openRealShop } from "../testing/real-shop";
import { openSession } from "./open-session";
import { sweepIdentity } from "./sweep-identity";
import { countTry } from "./throttle";
import { hashToken, makeToken } from "./tokens";

testDatabase();

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

test("old sessions, links and counts go, live ones stay", async () => {
  const { owner } = await openRealShop();
  const { personId } = owner.actor;
  for (const [device, days] of [
    ["old", 130],
    ["live", 1],
  ] as const) {
    await openSession(personId, owner.shop.id, device, daysAgo(days));
    await database()
      .insert(link)
      .values({ tokenHash: hashToken(makeToken()), kind: "reset", email: device, endsAt: daysAgo(days - 2) });
    await countTry(device, 60, daysAgo(days - 1));
  }
  await sweepIdentity();
  expect((await database().select().from(session)).map((one) => one.device)).toEqual(["live"]);
  expect((await database().select().from(link)).map((one) => one.email)).toEqual(["live"]);
  expect((await database().select().from(throttle)).map((one) => one.key)).toEqual(["live"]);
});
