import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { event } from "@/db/schema/history";
import { lot } from "@/db/schema/powders";
import { inTransaction, type MemberContext } from "../context";
import { createCustomer } from "../customers/create-customer";
import { customerInput } from "../customers/input";
import { createJob } from "../jobs/create-job";
import { newJobInput } from "../jobs/input";
import { castOf } from "../testing/cast";
import { type TestTransaction, testDatabase } from "../testing/database";
import { createPowder } from "./create-powder";
import { editLot } from "./edit-lot";
import { powderInput, receiveLotInput, receiveLotsInput } from "./input";
import { listJobPowder } from "./list-job-powder";
import { receiveLot } from "./receive-lot";
import { receiveLots } from "./receive-lots";
import { recordReturn } from "./record-return";
import { recordUsage } from "./record-usage";
import { restorePowder } from "./restore-powder";
import { retestLot } from "./retest-lot";
import { retirePowder } from "./retire-powder";
import { reverseMovement } from "./reverse-movement";
import { takeBackLots } from "./take-back-lots";
import { takeBackRetest } from "./take-back-retest";
import { verifyLedger } from "./verify-ledger";

const { inRolledBack } = testDatabase();
/** Half past eleven at night in the shop, and already the next day in UTC. */
const now = new Date("2026-03-10T03:30:00Z");

async function shelf(tx: TestTransaction) {
  const cast = await castOf(tx, "Quillback Powder Coating", now);
  const white = powderInput.parse({
    ...{ maker: "Tiger", code: "29/10002", name: "White", priceCents: 950, priceUnit: "lb" },
    ...{ specificGravity: 1.5, shelfLifeMonths: 6, shelfLifeFrom: "received", filmUm: 64 },
  });
  const powder = await createPowder(cast.office, white);
  const acme = await createCustomer(cast.office, customerInput.parse({ name: "Acme Railings" }));
  const coats = [{ system: "powder", powderId: powder.id, name: "White" }];
  const parts = [{ description: "Gate", quantity: 48, areaEachCm2: 929.0304, coats }];
  const job = await createJob(cast.office, newJobInput.parse({ customerId: acme.id, parts }));
  const receive = (more: object = {}) =>
    receiveLot(
      cast.office,
      receiveLotInput.parse({ powderId: powder.id, quantity: 10, unit: "lb", label: "L1", ...more }),
    );
  return { ...cast, powder, job, receive };
}

const lotOf = (ctx: MemberContext, id: string) =>
  inTransaction(ctx, async ({ tx }) => (await tx.select().from(lot).where(eq(lot.id, id)))[0]);

test("a lot expires by its powder's shelf life unless a day, or none, was given", () =>
  inRolledBack(async (tx) => {
    const { office, receive } = await shelf(tx);
    const expiry = async (more: object) => (await lotOf(office, (await receive(more)).id))?.expiresOn;
    expect(await expiry({ receivedOn: "2026-03-09" })).toBe("2026-09-09");
    expect(await expiry({ receivedOn: "2026-03-09", expiresOn: "2026-12-31" })).toBe("2026-12-31");
    expect(await expiry({ receivedOn: "2026-03-09", expiresOn: null })).toBeNull();
    expect(await expiry({ madeOn: "2026-03-09" })).toBeNull();
  }));

test("draws from a lot through its last day in the shop's zone, and refuses it after", () =>
  inRolledBack(async (tx) => {
    const { office, painter, job, receive } = await shelf(tx);
    const { id } = await receive({ expiresOn: "2026-03-09" });
    const draw = { lotId: id, jobNumber: job.number, quantity: 1, unit: "lb" as const };
    await recordUsage(painter, draw);
    const tomorrow = { ...painter, now: new Date("2026-03-10T04:01:00Z") };
    await expect(recordUsage(tomorrow, draw)).rejects.toMatchObject({
      code: "conflict",
      message: "Lot L1 expired on Mar 9, 2026. Take another lot, or spray a swatch and record the retest.",
    });
    await recordReturn(tomorrow, { ...draw, quantity: 0.5 });
    expect((await lotOf(office, id))?.onHandMg).toBe(4_535_924 - 453_592 + 226_796);
  }));

test("a good retest extends an expired lot, a bad one closes it, and both stand in its history", () =>
  inRolledBack(async (tx) => {
    const { office, painter, job, receive } = await shelf(tx);
    const { id } = await receive({ expiresOn: "2026-01-31" });
    const draw = { lotId: id, jobNumber: job.number, quantity: 1, unit: "lb" as const };
    await expect(recordUsage(painter, draw)).rejects.toMatchObject({ code: "conflict" });
    for (const expiresOn of [undefined, "2026-03-08", "2026-01-31"]) {
      const found = { lotId: id, isGood: true, expiresOn, note: "" };
      await expect(retestLot(painter, found)).rejects.toMatchObject({ detail: { field: "expiresOn" } });
    }
    await retestLot(painter, { lotId: id, isGood: true, expiresOn: "2026-06-09", note: "flows well" });
    await recordUsage(painter, draw);
    const [told] = await inTransaction(office, ({ tx: inner }) =>
      inner.select().from(event).where(eq(event.kind, "lot.retested")).orderBy(desc(event.seq)),
    );
    expect(told).toMatchObject({
      subjectId: id,
      before: { expiresOn: "2026-01-31" },
      after: { expiresOn: "2026-06-09", retestedOn: "2026-03-09", isRejected: false, note: "flows well" },
    });
    await retestLot(painter, { lotId: id, isGood: false, note: "lumps" });
    await expect(recordUsage(painter, draw)).rejects.toMatchObject({
      message: "Lot L1 failed its retest on Mar 9, 2026. Take another lot, or write it off as waste.",
    });
  }));

test("a retest is taken back once, and not when the lot's days were changed since", () =>
  inRolledBack(async (tx) => {
    const { office, painter, job, receive } = await shelf(tx);
    const rival = await castOf(tx, "Rival Coating");
    const { id } = await receive({ expiresOn: "2026-06-30" });
    const days = async () => {
      const { expiresOn, retestedOn, isRejected } = (await lotOf(office, id)) ?? {};
      return { expiresOn, retestedOn, isRejected };
    };
    const draw = { lotId: id, jobNumber: job.number, quantity: 1, unit: "lb" as const };
    const none = { code: "conflict", message: "This lot has no retest to take back." };
    await expect(takeBackRetest(painter, { lotId: id })).rejects.toMatchObject(none);
    const fresh = await days();
    await retestLot(painter, { lotId: id, isGood: false, note: "" });
    await expect(recordUsage(painter, draw)).rejects.toMatchObject({ code: "conflict" });
    await expect(takeBackRetest(rival.owner, { lotId: id })).rejects.toMatchObject({ code: "not-found" });
    await takeBackRetest(painter, { lotId: id });
    expect(await days()).toEqual(fresh);
    await recordUsage(painter, draw);
    await expect(takeBackRetest(painter, { lotId: id })).rejects.toMatchObject(none);
    await retestLot(painter, { lotId: id, isGood: true, expiresOn: "2026-12-31", note: "" });
    await editLot(office, { id, changes: { expiresOn: "2026-11-30" }, was: {} });
    await expect(takeBackRetest(painter, { lotId: id })).rejects.toMatchObject({
      message: "The lot's days were changed since the retest. Correct them under Edit.",
    });
  }));

test("takes in boxes as lots of their own, and takes them back until one is used", () =>
  inRolledBack(async (tx) => {
    const { office, job, powder } = await shelf(tx);
    const boxes = receiveLotsInput.parse({
      ...{ powderId: powder.id, quantity: 1, unit: "box", boxMg: 25_000_000, label: "B9", lots: 3 },
    });
    const first = await receiveLots(office, boxes);
    expect(first.receivedMg).toBe(75_000_000);
    expect((await lotOf(office, first.ids[2] as string))?.label).toBe("B9 3/3");
    await takeBackLots(office, { ids: first.ids });
    expect(await lotOf(office, first.ids[0] as string)).toMatchObject({ onHandMg: 0, retiredAt: now });

    const second = await receiveLots(office, boxes);
    const lotId = second.ids[1] as string;
    const draw = { lotId, jobNumber: job.number, quantity: 0.5, unit: "box" as const };
    const used = await recordUsage(office, draw);
    expect(used.onHandMg).toBe(12_500_000);
    await expect(takeBackLots(office, { ids: second.ids })).rejects.toMatchObject({ code: "conflict" });
    expect((await lotOf(office, second.ids[0] as string))?.onHandMg).toBe(25_000_000);
    await reverseMovement(office, { id: used.id, reason: "slip" });
    await takeBackLots(office, { ids: second.ids });
    expect(await verifyLedger(office)).toMatchObject({ faults: [] });
  }));

test("edits a lot by several people, and leaves a later expiry to a retest or a manager", () =>
  inRolledBack(async (tx) => {
    const { office, manager, painter, receive } = await shelf(tx);
    const { id } = await receive({ expiresOn: "2026-03-31" });
    await editLot(painter, { id, changes: { location: "Rack B" }, was: { location: "" } });
    await expect(
      editLot(office, { id, changes: { location: "Rack C" }, was: { location: "" } }),
    ).rejects.toMatchObject({ code: "conflict", detail: { clashes: [{ theirs: "Rack B" }] } });
    await editLot(painter, { id, changes: { expiresOn: "2026-03-20" }, was: {} });
    await expect(
      editLot(office, { id, changes: { expiresOn: "2026-09-01" }, was: {} }),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(editLot(painter, { id, changes: { priceCents: 1 }, was: {} })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(editLot(office, { id, changes: { priceUnit: "box" }, was: {} })).rejects.toMatchObject({
      code: "invalid",
    });
    await editLot(manager, { id, changes: { expiresOn: "2026-09-01" }, was: { expiresOn: "2026-03-20" } });
    expect(await lotOf(office, id)).toMatchObject({ location: "Rack B", expiresOn: "2026-09-01" });
    const rival = await castOf(tx, "Rival Coating");
    await expect(editLot(rival.owner, { id, changes: { label: "x" }, was: {} })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(retestLot(rival.owner, { lotId: id, isGood: false, note: "" })).rejects.toMatchObject({
      code: "not-found",
    });
  }));

test("takes a powder off the list once no shelf and no open job has it, and puts it back", () =>
  inRolledBack(async (tx) => {
    const { office, powder, job, receive } = await shelf(tx);
    const { id } = await receive();
    await expect(retirePowder(office, powder)).rejects.toThrow("Lot L1 still holds some of this powder.");
    await takeBackLots(office, { ids: [id] });
    await expect(retirePowder(office, powder)).rejects.toThrow(`Job ${job.number} is to be coated with it.`);
    const spare = await createPowder(
      office,
      powderInput.parse({ maker: "Tiger", code: "x", name: "Old white" }),
    );
    await retirePowder(office, spare);
    await expect(retirePowder(office, spare)).rejects.toMatchObject({ code: "not-found" });
    await createPowder(office, powderInput.parse({ maker: "Tiger", code: "X", name: "New white" }));
    await expect(restorePowder(office, spare)).rejects.toMatchObject({ code: "conflict" });
  }));

test("tells what each coat of a job needs, has drawn and finds on the shelf, and what is short", () =>
  inRolledBack(async (tx) => {
    const { office, painter, powder, job, receive } = await shelf(tx);
    const read = async (ctx: MemberContext) => (await listJobPowder(ctx, job.number)).coats[0];
    expect(await read(office)).toMatchObject({ needMg: 713_495, heldMg: 0, drawnMg: 0, isShort: true });
    await receive({ expiresOn: "2026-03-01" });
    expect(await read(office)).toMatchObject({ heldMg: 0, isShort: true });
    const { id } = await receive();
    const coat = await read(office);
    expect(coat).toMatchObject({ heldMg: 4_535_924, isShort: false, filmUm: 64, transferPercent: 60 });
    const draw = { lotId: id, jobNumber: job.number, coatId: coat?.id, unit: "lb" as const };
    await recordUsage(painter, { ...draw, quantity: 2 });
    await recordReturn(painter, { ...draw, quantity: 0.44 });
    expect(await read(office)).toMatchObject({ drawnMg: 907_185 - 199_581, costCents: 1482 });
    const { draws } = await listJobPowder(painter, job.number);
    expect(draws).toEqual([
      {
        lotId: id,
        coatId: coat?.id,
        lot: "L1",
        powderId: powder.id,
        powder: "White",
        boxMg: null,
        drawnMg: 907_185,
        returnedMg: 199_581,
      },
    ]);
    expect(JSON.stringify(await listJobPowder(painter, job.number))).not.toContain("cost");
  }));

test("the verifier names a lot that holds something else than its movements, and a reversal that is none", () =>
  inRolledBack(async (tx) => {
    const { office, job, receive } = await shelf(tx);
    const { id } = await receive();
    const draw = { lotId: id, jobNumber: job.number, quantity: 1, unit: "lb" as const };
    const used = await recordUsage(office, draw);
    await reverseMovement(office, { id: used.id, reason: "slip" });
    expect(await verifyLedger(office)).toEqual({ lots: 1, movements: 3, faults: [] });
    await inTransaction(office, async ({ tx: inner }) => {
      await inner.update(lot).set({ onHandMg: 4_535_923 }).where(eq(lot.id, id));
    });
    expect((await verifyLedger(office)).faults).toEqual([
      {
        lotId: id,
        lot: "L1",
        powder: "Tiger 29/10002",
        wrong: "sum",
        heldMg: 4_535_923,
        summedMg: 4_535_924,
      },
    ]);
  }));

test("the database itself refuses a lot that would hold less than nothing", () =>
  inRolledBack(async (tx) => {
    const { office, receive } = await shelf(tx);
    const { id } = await receive();
    await expect(
      inTransaction(office, ({ tx: inner }) => inner.update(lot).set({ onHandMg: -1 }).where(eq(lot.id, id))),
    ).rejects.toMatchObject({ cause: { message: expect.stringContaining("lot_never_negative") } });
  }));
