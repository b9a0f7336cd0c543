import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type Measure, measures } from "@/db/vocabulary";
import { inTransaction, type MemberContext } from "../context";
import { csvResponse } from "../entry/csv-response";
import { editJob } from "../jobs/edit-job";
import { retireJob } from "../jobs/retire-job";
import { createPowder } from "../powders/create-powder";
import { editLot } from "../powders/edit-lot";
import { powderInput, receiveLotInput } from "../powders/input";
import { receiveLot } from "../powders/receive-lot";
import { recordReturn } from "../powders/record-return";
import { recordUsage } from "../powders/record-usage";
import { recordWaste } from "../powders/record-waste";
import { reverseMovement } from "../powders/reverse-movement";
import { type Cast, castOf } from "../testing/cast";
import { testDatabase } from "../testing/database";
import { at, moveTo, takeInAt } from "../testing/numbers";
import { ask, type OneProof, playOneProof } from "../testing/one-proof";
import { releaseQueues } from "../testing/outbox";
import { changeGoals } from "./change-goals";
import { exportMeasure } from "./export-measure";
import { foldFacts } from "./fold-facts";
import { getDashboard } from "./get-dashboard";
import { listMeasureRows } from "./list-measure-rows";
import { rowsOnPage } from "./measure-rows";
import { percentile } from "./percentile";
import { readPeriod } from "./period";
import { verifyFacts } from "./verify-facts";

const { inRolledBack } = testDatabase();
releaseQueues();

const march = readPeriod({ period: "custom", from: "2026-03-01", to: "2026-03-31" }, "2026-04-30");
const april = readPeriod({ period: "custom", from: "2026-04-01", to: "2026-04-30" }, "2026-04-30");

/** A shop with something in every number, and pasts edited. */
async function openShop({ manager }: Cast): Promise<void> {
  const white = { maker: "Tiger", code: "1", name: "White", priceCents: 950, priceUnit: "lb" as const };
  const { id: powderId } = await createPowder(manager, powderInput.parse(white));
  const lot = await receiveLot(
    at(manager, "2026-03-01 08:00"),
    receiveLotInput.parse({ powderId, quantity: 50, unit: "lb", priceCents: 950, priceUnit: "lb" }),
  );
  for (let n = 1; n <= rowsOnPage + 7; n++) {
    const day = String(2 + (n % 24)).padStart(2, "0");
    const ctx = at(manager, `2026-03-${day} 0${n % 10}:30`);
    const number = await takeInAt(ctx, n % 5 === 0 ? "Quoted" : "Received", {
      priceCents: n % 7 === 0 ? null : 1_000 * n + 33,
      dueOn: n % 3 === 0 ? null : `2026-03-${day}`,
    });
    if (n % 5 === 0) continue;
    if (n % 2 === 0) {
      await moveTo(at(manager, `2026-03-${day} 20:00`), number, "Ready");
      await moveTo(at(manager, `2026-03-${n % 4 === 0 ? day : "31"} 23:59`), number, "Delivered");
    }
    if (n % 6 === 0)
      await editJob(at(manager, "2026-04-02 00:01"), { number, changes: { priceCents: 9_999 }, was: {} });
    if (n % 11 === 0) await retireJob(at(manager, "2026-04-03 09:00"), { number });
    if (n % 10 === 1 && n % 11 !== 0) {
      const weight = { lotId: lot.id, jobNumber: number, unit: "lb" as const };
      const used = await recordUsage(at(manager, "2026-03-31 23:50"), { ...weight, quantity: 1.37 });
      await recordReturn(at(manager, "2026-04-01 00:05"), { ...weight, quantity: 0.21 });
      if (n === 41)
        await reverseMovement(at(manager, "2026-04-02 09:00"), { id: used.id, reason: "slip" }).catch(
          () => {},
        );
    }
  }
  await recordWaste(at(manager, "2026-03-20 09:00"), {
    lotId: lot.id,
    quantity: 0.77,
    unit: "lb",
    reason: "spilt",
  });
  await editLot(manager, { id: lot.id, changes: { priceCents: 1_111 }, was: {} });
}

async function all(ctx: MemberContext, measure: Measure, period: typeof march) {
  const first = await listMeasureRows(ctx, { measure, period, page: 1 });
  const rows = [...first.rows];
  for (let page = 2; rows.length < first.total; page++)
    rows.push(...(await listMeasureRows(ctx, { measure, period, page })).rows);
  return { ...first, rows };
}

test("the rows behind every number, of both months, add up to it", () =>
  inRolledBack(async (tx) => {
    const cast = await castOf(tx);
    await openShop(cast);
    const { manager } = cast;
    expect((await verifyFacts(manager)).faults).toEqual([]);
    await foldFacts(manager);
    for (const period of [march, april]) {
      const { readings } = await getDashboard(manager, period);
      const beyond = await listMeasureRows(manager, { measure: "booked", period, page: 99 });
      expect(beyond.page).toBe(Math.max(1, Math.ceil(beyond.total / rowsOnPage)));
      expect(beyond.rows).toEqual(
        (await listMeasureRows(manager, { measure: "booked", period, page: beyond.page })).rows,
      );
      expect(beyond.rows.length).toBeGreaterThan(0);
      for (const measure of measures) {
        const { rows, total, sum } = await all(manager, measure, period);
        const amounts = rows.flatMap(({ amount }) => (amount === null ? [] : [amount]));
        const added = amounts.reduce((one, other) => one + other, 0);
        expect(new Set(rows.map(({ key }) => key)).size).toBe(total);
        expect(added).toBeCloseTo(sum, 3);
        const counted =
          measure === "turnaround"
            ? percentile(
                amounts.map((days) => [days, 1]),
                0.5,
              )
            : measure === "onTime"
              ? amounts.length > 0
                ? added / amounts.length
                : null
              : added;
        expect({ measure, period: period.from, value: readings[measure]?.value ?? null }).toEqual({
          measure,
          period: period.from,
          value: counted === null ? null : expect.closeTo(counted, 3),
        });
      }
    }
    const { readings } = await getDashboard(manager, march);
    expect(readings.booked?.value).toBeGreaterThan(0);
    expect(readings.powder?.value).toBeGreaterThan(0);
    const csv = await csvResponse(exportMeasure(manager, "booked", march)).text();
    const lines = csv.trim().split("\r\n").slice(1);
    expect(lines.reduce((sum, line) => sum + Math.round(Number(line.split(",").at(-1)) * 100), 0)).toBe(
      readings.booked?.value,
    );
  }));

test("a row of the work in progress says where the job stands and for how long", () =>
  inRolledBack(async (tx) => {
    const { manager } = await castOf(tx);
    const number = await takeInAt(at(manager, "2026-03-02 08:00"), "Received", {});
    const noteAt = async (moment: string) => {
      const asked = { measure: "open" as const, period: march, page: 1 };
      return (await listMeasureRows(at(manager, moment), asked)).rows.map(({ note }) => note);
    };
    expect(await noteAt("2026-03-02 08:30")).toEqual(["Received for under an hour"]);
    expect(await noteAt("2026-03-04 07:59")).toEqual(["Received for 47 h"]);
    expect(await noteAt("2026-03-11 07:59")).toEqual(["Received for 8 days"]);
    await moveTo(at(manager, "2026-03-11 09:00"), number, "Delivered");
    const past = readPeriod({ period: "custom", from: "2026-03-01", to: "2026-03-10" }, "2026-04-30");
    const { rows } = await listMeasureRows(manager, { measure: "open", period: past, page: 1 });
    expect(rows.map(({ note }) => note)).toEqual(["since delivered"]);
  }));

test("approvals waiting are those customers have not answered", () =>
  playOneProof(inRolledBack)(async ({ office, cast, versionId, dana }: OneProof) => {
    const today = readPeriod({}, new Date().toISOString().slice(0, 10));
    const waiting = async () => (await getDashboard(cast.owner, today)).readings.waiting?.value;
    expect(await waiting()).toBe(0);
    await ask(office, versionId, [dana]);
    expect(await waiting()).toBe(1);
    expect((await listMeasureRows(cast.owner, { measure: "waiting", period: today, page: 1 })).sum).toBe(1);
    await inTransaction(office, ({ tx }) =>
      tx.execute(sql`update proof_version set state = 'withdrawn' where id = ${versionId}`),
    );
    expect(await waiting()).toBe(0);
    expect((await verifyFacts(cast.owner)).faults).toEqual([]);
  })());

test("targets are the owner's to set, are spread over working days, and are not set twice at once", () =>
  inRolledBack(async (tx) => {
    const { owner, manager } = await castOf(tx);
    const goals = { workingDays: 31, targets: { booked: 2_200_00, onTime: 95 }, version: 0 };
    await expect(changeGoals(manager, goals)).rejects.toMatchObject({ code: "forbidden" });
    expect(await changeGoals(owner, goals)).toEqual({ version: 1 });
    await expect(changeGoals(owner, goals)).rejects.toMatchObject({ code: "stale" });
    const target = async (from: string, to: string) =>
      (await getDashboard(manager, readPeriod({ period: "custom", from, to }, "2026-05-01"))).readings.booked
        ?.target;
    expect(await target("2026-04-01", "2026-04-30")).toBeCloseTo(2_200_00, 6);
    expect(await target("2026-04-06", "2026-04-12")).toBeCloseTo(500_00, 6);
    expect((await getDashboard(manager, march)).readings.onTime?.target).toBe(0.95);
  }));

test("other working days count every turnaround anew", () =>
  inRolledBack(async (tx) => {
    const { owner, manager } = await castOf(tx);
    const number = await takeInAt(at(manager, "2026-03-05 10:00"), "Received");
    await moveTo(at(manager, "2026-03-09 15:00"), number, "Ready");
    const median = async () => (await getDashboard(manager, march)).readings.turnaround?.value;
    expect(await median()).toBe(2);
    await changeGoals(owner, { workingDays: 63, targets: {}, version: 0 });
    expect(await median()).toBe(3);
    expect((await verifyFacts(manager)).faults).toEqual([]);
  }));

test("SECURITY 11, 14: the numbers are the owner's and managers', and another shop's are its own", () =>
  inRolledBack(async (tx) => {
    const { office, painter, manager } = await castOf(tx);
    await takeInAt(at(manager, "2026-03-05 10:00"), "Received", { priceCents: 4_711 });
    for (const ctx of [office, painter]) {
      await expect(getDashboard(ctx, march)).rejects.toMatchObject({ code: "forbidden" });
      await expect(listMeasureRows(ctx, { measure: "jobs", period: march, page: 1 })).rejects.toMatchObject({
        code: "forbidden",
      });
      expect(() => exportMeasure(ctx, "jobs", march)).toThrow(/does not allow/);
      await expect(verifyFacts(ctx)).rejects.toMatchObject({ code: "forbidden" });
    }
    const other = await castOf(tx, "Other");
    expect((await getDashboard(other.owner, march)).readings.booked?.value).toBe(0);
    expect((await listMeasureRows(other.owner, { measure: "booked", period: march, page: 1 })).rows).toEqual(
      [],
    );
  }));
