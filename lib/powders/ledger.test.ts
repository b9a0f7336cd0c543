import { asc, desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { event } from "@/db/schema/history";
import { coat } from "@/db/schema/jobs";
import { movement } from "@/db/schema/powders";
import { inTransaction, type MemberContext } from "../context";
import { createCustomer } from "../customers/create-customer";
import { customerInput } from "../customers/input";
import { createJob } from "../jobs/create-job";
import { newJobInput } from "../jobs/input";
import { formatMass } from "../measures/format-mass";
import { castOf } from "../testing/cast";
import { type TestTransaction, testDatabase } from "../testing/database";
import { countLot } from "./count-lot";
import { createPowder } from "./create-powder";
import { editLot } from "./edit-lot";
import { powderInput, receiveLotInput } from "./input";
import { receiveLot } from "./receive-lot";
import { recordReturn } from "./record-return";
import { recordUsage } from "./record-usage";
import { recordWaste } from "./record-waste";
import { restorePowder } from "./restore-powder";
import { retestLot } from "./retest-lot";
import { retirePowder } from "./retire-powder";
import { reverseMovement } from "./reverse-movement";
import { takeBackLots } from "./take-back-lots";

const { inRolledBack } = testDatabase();

async function shelf(tx: TestTransaction) {
  const cast = await castOf(tx);
  const { office } = cast;
  const white = powderInput.parse({
    maker: "Tiger",
    code: "29/10002",
    name: "Traffic white",
    priceCents: 950,
    priceUnit: "lb",
  });
  const powder = await createPowder(office, white);
  const lot = await receiveLot(
    office,
    receiveLotInput.parse({ powderId: powder.id, quantity: 50, unit: "lb", label: "L1" }),
  );
  const acme = await createCustomer(office, customerInput.parse({ name: "Acme Railings" }));
  const coats = [{ system: "powder", powderId: powder.id, name: "Traffic white" }];
  const job = await createJob(
    office,
    newJobInput.parse({ customerId: acme.id, parts: [{ description: "Gate", coats }] }),
  );
  const coatId = await inTransaction(
    office,
    async ({ tx }) => (await tx.select().from(coat))[0]?.id as string,
  );
  return { ...cast, powder, lot, job, coatId };
}

const linesOf = (ctx: MemberContext, lotId: string) =>
  inTransaction(ctx, ({ tx }) =>
    tx.select().from(movement).where(eq(movement.lotId, lotId)).orderBy(asc(movement.at)),
  );

test("draws for a job and coat at the lot's cost of that moment", () =>
  inRolledBack(async (tx) => {
    const { painter, lot, job, coatId } = await shelf(tx);
    const usage = { lotId: lot.id, jobNumber: job.number, coatId, quantity: 1.56, unit: "lb" as const };
    const { onHandMg } = await recordUsage(painter, usage);
    expect(onHandMg).toBe(22_679_619 - 707_604);
    const line = (await linesOf(painter, lot.id)).find((one) => one.kind === "usage");
    expect(line).toMatchObject({
      massMg: -707_604,
      quantityTyped: 1.56,
      unitTyped: "lb",
      costCents: -1482,
      jobId: job.id,
      coatId,
      memberId: painter.actor.id,
    });
    const [last] = await inTransaction(painter, ({ tx }) =>
      tx.select().from(event).orderBy(desc(event.seq)).limit(1),
    );
    expect(last).toMatchObject({
      kind: "lot.drawn",
      jobId: job.id,
      after: { job: job.number, onHandMg, costCents: -1482 },
    });
  }));

test("refuses to draw more than the lot holds and leaves it as it was", () =>
  inRolledBack(async (tx) => {
    const { office, lot, job } = await shelf(tx);
    const much = { lotId: lot.id, jobNumber: job.number, quantity: 50.001, unit: "lb" as const };
    await expect(recordUsage(office, much)).rejects.toMatchObject({
      code: "conflict",
      message: "This lot holds 50 lb, less than that. Weigh again, or count the lot first.",
    });
    expect(await linesOf(office, lot.id)).toHaveLength(1);
    await recordUsage(office, { ...much, quantity: 50 });
    await expect(
      recordWaste(office, { lotId: lot.id, quantity: 0.001, unit: "lb", reason: "spilt" }),
    ).rejects.toThrow("This lot holds 0 lb");
  }));

test("takes what is shown as the rest of a lot whole, though rounding left it a milligram more or less", () =>
  inRolledBack(async (tx) => {
    const { office, lot, job } = await shelf(tx);
    const draw = { lotId: lot.id, jobNumber: job.number, unit: "lb" as const };
    for (let turn = 0; turn < 7; turn++) await recordUsage(office, { ...draw, quantity: 7.125 });
    const { onHandMg } = await recordUsage(office, { ...draw, quantity: 0.125 });
    expect(onHandMg).toBe(0);
    await recordReturn(office, { ...draw, quantity: 50 });
    const lines = await linesOf(office, lot.id);
    expect(lines.reduce((sum, one) => sum + one.massMg, 0)).toBe(22_679_619);
  }));

test("refuses a coat of another job, a job that is not there, and another shop's lot", () =>
  inRolledBack(async (tx) => {
    const { office, lot, job, coatId } = await shelf(tx);
    const other = await shelf(tx);
    const some = { quantity: 1, unit: "lb" as const };
    await expect(
      recordUsage(office, { ...some, lotId: lot.id, jobNumber: 99_999, coatId }),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(
      recordUsage(office, { ...some, lotId: lot.id, jobNumber: job.number, coatId: crypto.randomUUID() }),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(
      recordUsage(other.office, { ...some, lotId: lot.id, jobNumber: other.job.number }),
    ).rejects.toMatchObject({ code: "not-found" });
  }));

test("puts back no more than a job drew, valued as it was drawn", () =>
  inRolledBack(async (tx) => {
    const { office, lot, job, coatId } = await shelf(tx);
    const draw = { lotId: lot.id, jobNumber: job.number, coatId, unit: "lb" as const };
    await recordUsage(office, { ...draw, quantity: 3 });
    await recordReturn(office, { ...draw, quantity: 1 });
    const back = (await linesOf(office, lot.id)).find((one) => one.kind === "return");
    expect(back).toMatchObject({ massMg: 453_592, costCents: 950 });
    await expect(recordReturn(office, { ...draw, quantity: 2.5 })).rejects.toMatchObject({
      code: "conflict",
    });
    await recordReturn(office, { ...draw, quantity: 2 });
  }));

test("takes a line back once, by its opposite, and never a reversal", () =>
  inRolledBack(async (tx) => {
    const { office, lot, job, coatId } = await shelf(tx);
    const draw = { lotId: lot.id, jobNumber: job.number, coatId, quantity: 3, unit: "lb" as const };
    const used = await recordUsage(office, draw);
    const back = await reverseMovement(office, { id: used.id, reason: "wrong lot" });
    expect(back.onHandMg).toBe(22_679_619);
    await expect(reverseMovement(office, { id: used.id, reason: "again" })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(reverseMovement(office, { id: back.id, reason: "undo" })).rejects.toMatchObject({
      code: "conflict",
    });
    const lines = await linesOf(office, lot.id);
    expect(lines.reduce((sum, one) => sum + (one.costCents ?? 0), 0)).toBe(47_500);
  }));

test("refuses to take back a receipt that was used, and a usage that was put back", () =>
  inRolledBack(async (tx) => {
    const { office, lot, job } = await shelf(tx);
    const [receipt] = await linesOf(office, lot.id);
    const draw = { lotId: lot.id, jobNumber: job.number, quantity: 3, unit: "lb" as const };
    const used = await recordUsage(office, draw);
    await expect(reverseMovement(office, { id: receipt?.id as string, reason: "x" })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(
        /^This line brought 50 lb in and the lot holds 47 lb: some was used since\./,
      ),
    });
    await recordReturn(office, { ...draw, quantity: 1 });
    await expect(reverseMovement(office, { id: used.id, reason: "x" })).rejects.toMatchObject({
      code: "conflict",
    });
  }));

test("sets a lot to what was counted and keeps the count as typed", () =>
  inRolledBack(async (tx) => {
    const { office, lot } = await shelf(tx);
    const counted = await countLot(office, { lotId: lot.id, quantity: 48.5, unit: "lb", reason: "count" });
    expect(counted.onHandMg).toBe(21_999_230);
    const line = (await linesOf(office, lot.id)).find((one) => one.kind === "adjustment");
    expect(line).toMatchObject({ quantityTyped: 48.5, unitTyped: "lb", reason: "count" });
    await expect(
      countLot(office, { lotId: lot.id, quantity: 48.5, unit: "lb", reason: "again" }),
    ).rejects.toMatchObject({ code: "conflict" });
  }));

test("a count that looks like what the ledger says writes no line, and nought empties what is too little to show", () =>
  inRolledBack(async (tx) => {
    const { office, lot, job } = await shelf(tx);
    const draw = { lotId: lot.id, jobNumber: job.number, unit: "g" as const };
    await recordUsage(office, { ...draw, quantity: 100.1 });
    const count = { lotId: lot.id, quantity: 49.779, unit: "lb" as const, reason: "count" };
    await expect(countLot(office, count)).rejects.toMatchObject({ code: "conflict" });
    const left = await countLot(office, { ...count, quantity: 0.2, unit: "g" });
    expect(left.onHandMg).toBe(200);
    expect((await countLot(office, { ...count, quantity: 0 })).onHandMg).toBe(0);
    expect((await countLot(office, { ...count, quantity: 0.1, unit: "g" })).onHandMg).toBe(100);
  }));

test("takes the rest of a lot whole as it is shown in kilograms too", () =>
  inRolledBack(async (tx) => {
    const { office: imperial, lot, job } = await shelf(tx);
    const office = { ...imperial, shop: { ...imperial.shop, units: "metric" as const } };
    const draw = { lotId: lot.id, jobNumber: job.number, unit: "kg" as const };
    await recordUsage(office, { ...draw, quantity: 20 });
    expect(formatMass(2_679_619, "metric", "en-US")).toBe("2.68 kg");
    expect((await recordUsage(office, { ...draw, quantity: 2.68 })).onHandMg).toBe(0);
  }));

test("takes nothing into or out of a lot that was taken back", () =>
  inRolledBack(async (tx) => {
    const { office, lot, job } = await shelf(tx);
    await takeBackLots(office, { ids: [lot.id] });
    const some = { lotId: lot.id, quantity: 1, unit: "lb" as const };
    for (const tried of [
      () => countLot(office, { ...some, reason: "count" }),
      () => recordUsage(office, { ...some, jobNumber: job.number }),
      () => recordWaste(office, { ...some, reason: "spilt" }),
      () => retestLot(office, { lotId: lot.id, isGood: false, note: "" }),
      () => editLot(office, { id: lot.id, changes: { label: "x" }, was: {} }),
      () => takeBackLots(office, { ids: [lot.id] }),
    ]) {
      await expect(tried()).rejects.toMatchObject({ code: "not-found" });
    }
    expect(await linesOf(office, lot.id)).toHaveLength(2);
  }));

test("what is off the list holds nothing: it is neither counted up nor put back", () =>
  inRolledBack(async (tx) => {
    const { office, lot } = await shelf(tx);
    const spare = await createPowder(office, powderInput.parse({ maker: "Tiger", code: "x", name: "Old" }));
    const some = receiveLotInput.parse({ powderId: spare.id, quantity: 5, unit: "lb" });
    const { id } = await receiveLot(office, some);
    const thrown = { lotId: id, quantity: 5, unit: "lb" as const, reason: "Contaminated" };
    const waste = await recordWaste(office, thrown);
    await retirePowder(office, spare);
    const off = { code: "conflict", message: "Old is off the list. Put it back on the list first." };
    await expect(countLot(office, { ...thrown, quantity: 2 })).rejects.toMatchObject(off);
    await expect(reverseMovement(office, { id: waste.id, reason: "slip" })).rejects.toMatchObject(off);
    await restorePowder(office, spare);
    expect((await reverseMovement(office, { id: waste.id, reason: "slip" })).onHandMg).toBe(2_267_962);
    expect((await linesOf(office, lot.id)).length).toBe(1);
  }));

test("SECURITY 36: the ledger cannot be edited or emptied by the app's role", () =>
  inRolledBack(async (tx) => {
    const { office } = await shelf(tx);
    await expect(inTransaction(office, ({ tx }) => tx.update(movement).set({ massMg: 1 }))).rejects.toThrow();
    await expect(inTransaction(office, ({ tx }) => tx.delete(movement))).rejects.toThrow();
  }));
