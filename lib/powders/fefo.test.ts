import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { lot } from "@/db/schema/powders";
import { inTransaction, type MemberContext } from "../context";
import { createCustomer } from "../customers/create-customer";
import { customerInput } from "../customers/input";
import { createJob } from "../jobs/create-job";
import { newJobInput } from "../jobs/input";
import { castOf } from "../testing/cast";
import { type TestTransaction, testDatabase } from "../testing/database";
import { countLot } from "./count-lot";
import { createPowder } from "./create-powder";
import { editLot } from "./edit-lot";
import { findPowder } from "./get-powder";
import { powderInput, receiveLotInput, receiveLotsInput } from "./input";
import { listDrawableLots } from "./list-drawable-lots";
import { listLotsAfter } from "./list-lots";
import { receiveLot } from "./receive-lot";
import { receiveLots } from "./receive-lots";
import { recordUsage } from "./record-usage";
import { retestLot } from "./retest-lot";

const { inRolledBack } = testDatabase();
const now = new Date("2026-03-10T15:00:00Z");

async function shelf(tx: TestTransaction) {
  const cast = await castOf(tx, "Quillback Powder Coating", now);
  const made = { maker: "Interpon", code: "TC", name: "Grey", shelfLifeMonths: 18, shelfLifeFrom: "made" };
  const { id: powderId } = await createPowder(cast.office, powderInput.parse(made));
  const receive = (label: string, more: object = {}) =>
    receiveLot(
      cast.office,
      receiveLotInput.parse({ powderId, quantity: 25, unit: "kg", label, expiresOn: null, ...more }),
    );
  const order = async () => (await listDrawableLots(cast.office, { powderId })).map((one) => one.label);
  const onPage = async () =>
    (await findPowder(cast.office, { id: powderId }))?.lots.map((one) => one.label) ?? [];
  return { ...cast, powderId, receive, order, onPage };
}

const expiryOfLot = (ctx: MemberContext, id: string) =>
  inTransaction(ctx, async ({ tx }) => (await tx.select().from(lot).where(eq(lot.id, id)))[0]?.expiresOn);

test("suggests the lot that expires first, not the one received first, and those without a day last", () =>
  inRolledBack(async (tx) => {
    const { receive, order, onPage } = await shelf(tx);
    await receive("no day", { receivedOn: "2025-01-01" });
    await receive("late", { expiresOn: "2027-01-01", receivedOn: "2025-02-01" });
    await receive("soon, newer", { expiresOn: "2026-05-01", receivedOn: "2026-02-01" });
    await receive("soon, older", { expiresOn: "2026-05-01", receivedOn: "2026-01-01" });
    const expected = ["soon, older", "soon, newer", "late", "no day"];
    expect(await order()).toEqual(expected);
    expect(await onPage()).toEqual(expected);
  }));

test("of lots that nobody knows the days of, suggests the one that was entered first", () =>
  inRolledBack(async (tx) => {
    const { office, receive, order } = await shelf(tx);
    await receive("came today", { receivedOn: "2026-03-10" });
    const { id } = await receive("always there");
    await inTransaction(office, ({ tx: inner }) =>
      inner
        .update(lot)
        .set({ createdAt: new Date("2026-01-05T12:00:00Z") })
        .where(eq(lot.id, id)),
    );
    expect(await order()).toEqual(["always there", "came today"]);
  }));

test("of boxes alike, suggests the half one, so that no second is opened beside it", () =>
  inRolledBack(async (tx) => {
    const { office, powderId, order, onPage } = await shelf(tx);
    const boxes = { powderId, quantity: 1, unit: "box", boxMg: 25_000_000, label: "B", lots: 3 };
    const { ids } = await receiveLots(office, receiveLotsInput.parse(boxes));
    const acme = await createCustomer(office, customerInput.parse({ name: "Acme Railings" }));
    const gate = newJobInput.parse({ customerId: acme.id, parts: [{ description: "Gate" }] });
    const { number } = await createJob(office, gate);
    const half = { lotId: ids[1] as string, jobNumber: number, quantity: 0.5, unit: "box" as const };
    await recordUsage(office, half);
    expect(await order()).toEqual(["B 2/3", "B 1/3", "B 3/3"]);
    expect(await onPage()).toEqual(["B 2/3", "B 1/3", "B 3/3"]);
  }));

test("takes in half boxes as one lot that knows what a full one weighs", () =>
  inRolledBack(async (tx) => {
    const { office, receive } = await shelf(tx);
    const { id, onHandMg } = await receive("H", { quantity: 2.5, unit: "box", boxMg: 25_000_000 });
    expect(onHandMg).toBe(62_500_000);
    const counted = await countLot(office, { lotId: id, quantity: 1.5, unit: "box", reason: "count" });
    expect(counted.onHandMg).toBe(37_500_000);
  }));

test("a lot whose making nobody knows keeps no longer than from the day it came", () =>
  inRolledBack(async (tx) => {
    const { office, receive } = await shelf(tx);
    const { id } = await receive("L1", { receivedOn: "2026-03-09", expiresOn: undefined });
    expect(await expiryOfLot(office, id)).toBe("2027-09-09");
  }));

test("an expiry that was reckoned follows the lot's days; one that was typed or retested stays", () =>
  inRolledBack(async (tx) => {
    const { office, painter, manager, receive } = await shelf(tx);
    const reckoned = await receive("L1", { receivedOn: "2026-03-09", expiresOn: undefined });
    const { before } = await editLot(painter, {
      ...{ id: reckoned.id, was: { madeOn: null } },
      changes: { madeOn: "2025-10-01" },
    });
    expect(before).toEqual({ madeOn: null, expiresOn: "2027-09-09" });
    expect(await expiryOfLot(office, reckoned.id)).toBe("2027-04-01");
    for (const changes of [{ madeOn: null }, { madeOn: "2026-03-01" }]) {
      const later = editLot(painter, { id: reckoned.id, changes, was: {} });
      await expect(later).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await expiryOfLot(office, reckoned.id)).toBe("2027-04-01");
    await editLot(manager, { id: reckoned.id, changes: { madeOn: null }, was: {} });
    expect(await expiryOfLot(office, reckoned.id)).toBe("2027-09-09");

    const typed = await receive("L2", { receivedOn: "2026-03-09", expiresOn: "2026-12-31" });
    await editLot(office, { id: typed.id, changes: { madeOn: "2026-01-01" }, was: {} });
    expect(await expiryOfLot(office, typed.id)).toBe("2026-12-31");

    await retestLot(office, { lotId: reckoned.id, isGood: true, expiresOn: "2027-12-01", note: "" });
    await editLot(office, { id: reckoned.id, changes: { madeOn: "2025-10-01" }, was: {} });
    expect(await expiryOfLot(office, reckoned.id)).toBe("2027-12-01");
  }));

test("shows a shelf of more lots than a page page by page, and sums all of them", () =>
  inRolledBack(async (tx) => {
    const { office, powderId, receive } = await shelf(tx);
    const many = { powderId, quantity: 1, unit: "kg", label: "M", lots: 52, expiresOn: "2026-12-01" };
    await receiveLots(office, receiveLotsInput.parse(many));
    await receive("old", { expiresOn: "2026-01-01", quantity: 2 });
    const first = await findPowder(office, { id: powderId });
    expect(first).toMatchObject({ onHandMg: 54_000_000, fitMg: 52_000_000, heldLots: 53, fitLots: 52 });
    const second = await findPowder(office, { id: powderId, lotsPage: 2 });
    const labels = [...(first?.lots ?? []), ...(second?.lots ?? [])].map((one) => one.label);
    expect([labels.length, new Set(labels).size, labels[0]]).toEqual([53, 53, "old"]);

    const read = [];
    for (let after = null; ; ) {
      const page = { after, limit: 20 };
      const stretch = await listLotsAfter(office, { powderId, isWithEmpty: false }, page);
      read.push(...stretch.rows);
      if (!stretch.next) break;
      after = stretch.next as never;
    }
    expect([read.length, new Set(read.map((one) => one.id)).size, read[0]?.label]).toEqual([53, 53, "old"]);
  }));
