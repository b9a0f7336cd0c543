import { type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTransaction, type MemberContext } from "../context";
import { castOf } from "../testing/cast";
import { testDatabase } from "../testing/database";
import { at, moveTo, takeInAt } from "../testing/numbers";
import { ask, playOneProof } from "../testing/one-proof";
import { releaseQueues } from "../testing/outbox";
import { foldFacts } from "./fold-facts";
import { verifyFacts } from "./verify-facts";

const { inRolledBack } = testDatabase();
releaseQueues();

/** What is found in a shop that took in one job and delivered it, when `harm` changed its facts past the product. */
async function foundAfter(harm: (shopId: string) => SQL): Promise<string[]> {
  let faults: string[] = [];
  await inRolledBack(async (tx) => {
    const { manager } = await castOf(tx);
    await delivered(manager);
    expect((await verifyFacts(manager)).faults).toEqual([]);
    await tx.execute(sql`reset role`);
    await tx.execute(harm(manager.shop.id));
    faults = (await verifyFacts(manager)).faults;
  });
  return faults;
}

async function delivered(manager: MemberContext): Promise<void> {
  const number = await takeInAt(at(manager, "2026-03-02 08:00"), "Received", { priceCents: 35_050 });
  await moveTo(at(manager, "2026-03-04 09:00"), number, "Ready");
  await moveTo(at(manager, "2026-03-05 09:00"), number, "Delivered");
  await foldFacts(manager);
}

test.each<[string, (shopId: string) => SQL, string[]]>([
  [
    "a day's sum",
    (shop) =>
      sql`update day_total set booked_cents = booked_cents + 1 where shop_id = ${shop} and day = '2026-03-02'`,
    ["2026-03-02: booked cents are kept as 35051 and come to 35050"],
  ],
  [
    "a day that never was",
    (shop) => sql`insert into day_total (shop_id, day, delivered_jobs) values (${shop}, '2026-03-09', 2)`,
    ["2026-03-09: delivered jobs are kept as 2 and come to 0"],
  ],
  [
    "how things stand",
    (shop) => sql`update level_total set open_jobs = open_jobs - 1 where shop_id = ${shop}`,
    ["in all: open jobs are kept as -1 and come to 0"],
  ],
  [
    "a turnaround",
    (shop) => sql`update turnaround_total set jobs = jobs + 3 where shop_id = ${shop}`,
    ["2026-03-04: jobs with a turnaround of 2 days are kept as 4 and come to 1"],
  ],
])("names %s that was changed past the product", async (_, harm, faults) => {
  expect(await foundAfter(harm)).toEqual(faults);
});

test.each<[string, SQL, string]>([
  [
    "that it waits",
    sql`update waiting_fact set until_at = now()`,
    "whether Colour sample, version 1, waits is not counted as it is",
  ],
  [
    "its days",
    sql`update waiting_fact set from_day = from_day - 1`,
    "a wait for Colour sample is counted on other days than it had",
  ],
])("names a wait of which %s was changed past the product", (_, harm, fault) =>
  playOneProof(inRolledBack)(async ({ office, cast, number, versionId, dana }) => {
    await ask(office, versionId, [dana]);
    expect((await verifyFacts(cast.manager)).faults).toEqual([]);
    await inTransaction(office, ({ tx }) => tx.execute(harm));
    expect((await verifyFacts(cast.manager)).faults).toContain(`job ${number}: ${fault}`);
  })(),
);
