import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTransaction, type MemberContext } from "../context";
import { testDatabase } from "../testing/database";
import { takeInAt } from "../testing/numbers";
import { openRealShop } from "../testing/real-shop";
import { countLot } from "./count-lot";
import { createPowder } from "./create-powder";
import { powderInput, receiveLotsInput } from "./input";
import type { Posted } from "./post-movement";
import { receiveLots } from "./receive-lots";
import { recordReturn } from "./record-return";
import { recordUsage } from "./record-usage";
import { recordWaste } from "./record-waste";
import { verifyLedger } from "./verify-ledger";

testDatabase();
const unit = "lb" as const;

/** A shop with two lots of 40 lb, of which a job has 3 lb out. */
async function shelf() {
  const { office } = await openRealShop();
  const white = { maker: "Tiger", code: crypto.randomUUID(), name: "White" };
  const { id: powderId } = await createPowder(office, powderInput.parse(white));
  const boxes = receiveLotsInput.parse({ powderId, quantity: 40, unit, lots: 2, label: "L" });
  const { ids } = await receiveLots(office, boxes);
  const jobNumber = await takeInAt(office, "Coating");
  const [lotId, otherLotId] = ids as [string, string];
  await recordUsage(office, { lotId, jobNumber, quantity: 3, unit });
  return { office, powderId, boxes, lotId, otherLotId, jobNumber };
}
type Shelf = Awaited<ReturnType<typeof shelf>>;
type Weighed = { onceId: string; lotId: string; quantity: number };

const ways: Record<string, (shelf: Shelf, weighed: Weighed) => Promise<Posted>> = {
  usage: ({ office, jobNumber }, weighed) => recordUsage(office, { ...weighed, jobNumber, unit }),
  return: ({ office, jobNumber }, weighed) => recordReturn(office, { ...weighed, jobNumber, unit }),
  waste: ({ office }, weighed) => recordWaste(office, { ...weighed, unit, reason: "Spilt" }),
  adjustment: ({ office }, weighed) => countLot(office, { ...weighed, unit, reason: "Stock count" }),
};

const lines = async (office: MemberContext, lotId: string) => {
  const rows = await inTransaction(office, ({ tx }) =>
    tx.execute<{ id: string; kind: string }>(
      sql`select id, kind from movement where lot_id = ${lotId} order by at, id`,
    ),
  );
  return rows.map((row) => ({ ...row }));
};

test.each(Object.entries(ways))(
  "the same %s, sent by ten at once, is one line of the ledger",
  async (kind, write) => {
    const shop = await shelf();
    const { office, lotId } = shop;
    const before = (await lines(office, lotId)).length;
    const weighed = { onceId: crypto.randomUUID(), lotId, quantity: 2.5 };
    const answers = await Promise.all(Array.from({ length: 10 }, () => write(shop, weighed)));
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]?.id).toBe(weighed.onceId);
    const after = await lines(office, lotId);
    expect(after).toHaveLength(before + 1);
    expect(after.find(({ id }) => id === weighed.onceId)?.kind).toBe(kind);
    expect((await verifyLedger(office)).faults).toEqual([]);
  },
);

test.each(Object.entries(ways))("%s under a name that wrote something else is refused", async (_, write) => {
  const shop = await shelf();
  const { office, lotId, otherLotId } = shop;
  const weighed = { onceId: crypto.randomUUID(), lotId, quantity: 2.5 };
  await write(shop, weighed);
  const kept = [await lines(office, lotId), await lines(office, otherLotId)];
  for (const other of [{ quantity: 2 }, { lotId: otherLotId }])
    await expect(write(shop, { ...weighed, ...other })).rejects.toMatchObject({ code: "conflict" });
  expect([await lines(office, lotId), await lines(office, otherLotId)]).toEqual(kept);
});

test("the same boxes, sent by ten at once, are taken in once; others under their name are refused", async () => {
  const { office: before, powderId, boxes } = await shelf();
  const office = { ...before, now: new Date(before.now.getTime() + 60_000) };
  const asked = { ...boxes, onceId: crypto.randomUUID(), lots: 3 };
  const answers = await Promise.all(Array.from({ length: 10 }, () => receiveLots(office, asked)));
  expect(new Set(answers.map((one) => JSON.stringify([one.ids.toSorted(), one.receivedMg]))).size).toBe(1);
  expect(answers[0]?.ids).toHaveLength(3);
  await expect(receiveLots(office, { ...asked, lots: 2 })).rejects.toMatchObject({ code: "conflict" });
  const [held] = await inTransaction(office, ({ tx }) =>
    tx.execute<{ lots: number }>(sql`select count(*)::int as lots from lot where powder_id = ${powderId}`),
  );
  expect(held?.lots).toBe(5);
  expect((await verifyLedger(office)).faults).toEqual([]);
});
