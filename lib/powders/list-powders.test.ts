import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { rolePermissions } from "@/db/vocabulary";
import type { MemberContext } from "../context";
import { createCustomer } from "../customers/create-customer";
import { customerInput } from "../customers/input";
import { csvResponse } from "../entry/csv-response";
import { createJob } from "../jobs/create-job";
import { newJobInput } from "../jobs/input";
import { castOf } from "../testing/cast";
import { type TestTransaction, testDatabase } from "../testing/database";
import { createPowder } from "./create-powder";
import { editPowder } from "./edit-powder";
import { exportPowders } from "./export-powders";
import { findPowder } from "./get-powder";
import { powderInput, receiveLotInput } from "./input";
import type { LedgerAsked } from "./ledger-line";
import { listMakers, listPowders } from "./list-powders";
import { powderListFromParams, powderSorts } from "./powder-list";
import { receiveLot } from "./receive-lot";
import { recordWaste } from "./record-waste";

const { inRolledBack } = testDatabase();
const viewOf = (ctx: MemberContext, address = "") =>
  powderListFromParams(new URLSearchParams(address), rolePermissions[ctx.actor.role]);

async function threePowders(tx: TestTransaction) {
  const cast = await castOf(tx);
  const { office } = cast;
  const add = (maker: string, code: string, name: string, priceCents: number | null = null) =>
    createPowder(
      office,
      powderInput.parse({ maker, code, name, colourCode: "RAL 9016", priceCents, priceUnit: "lb" }),
    );
  const white = await add("Tiger", "29/10002", "Traffic white", 950);
  const black = await add("Cardinal", "T002-BK", "Jet black", 1200);
  const empty = await add("Tiger", "29/80001", "Anthracite");
  const receive = (powderId: string, quantity: number) =>
    receiveLot(office, receiveLotInput.parse({ powderId, quantity, unit: "lb", label: `L${quantity}` }));
  const first = await receive(white.id, 10);
  await receive(white.id, 5.5);
  await receive(black.id, 40);
  await recordWaste(office, { lotId: first.id, quantity: 10, unit: "lb", reason: "spilt" });
  return { ...cast, white, black, empty };
}

test("lists powders with the sum of their ledger and the lots that still hold some", () =>
  inRolledBack(async (tx) => {
    const { office } = await threePowders(tx);
    const { rows, total } = await listPowders(office, viewOf(office, "sort=-onHand"));
    expect(total).toBe(3);
    expect(rows.map((row) => [row.name, row.onHandMg, row.lots])).toEqual([
      ["Jet black", 18_143_695, 1],
      ["Traffic white", 2_494_758, 1],
      ["Anthracite", 0, 0],
    ]);
    expect(await listMakers(office)).toEqual(["Cardinal", "Tiger"]);
  }));

test("finds by maker, code, name and standard colour, and what is on the shelf", () =>
  inRolledBack(async (tx) => {
    const { office, black } = await threePowders(tx);
    const namesOf = async (address: string) =>
      (await listPowders(office, viewOf(office, address))).rows.map((row) => row.name);
    expect(await namesOf("q=tiger%2029/8")).toEqual(["Anthracite"]);
    expect(await namesOf("q=9016&maker=Cardinal")).toEqual(["Jet black"]);
    expect(await namesOf("show=stock")).toEqual(["Jet black", "Traffic white"]);
    const box = { powderId: black.id, quantity: 1, unit: "lb", label: "B-77/3", location: "Rack North 2" };
    await receiveLot(office, receiveLotInput.parse(box));
    expect(await namesOf("q=b-77")).toEqual(["Jet black"]);
    expect(await namesOf("q=jet%20rack%20north")).toEqual(["Jet black"]);
    expect(await namesOf("q=anthracite%20north")).toEqual([]);
    for (const sort of powderSorts) expect(await namesOf(`sort=-${sort}`), sort).toHaveLength(3);
  }));

test("finds what is low by its own mark, and what is past or near its day", () =>
  inRolledBack(async (tx) => {
    const { office, black, empty } = await threePowders(tx);
    const namesOf = async (address: string) =>
      (await listPowders(office, viewOf(office, address))).rows.map((row) => row.name);
    await editPowder(office, { id: black.id, changes: { lowAtMg: 18_143_695 }, was: {} });
    await editPowder(office, { id: empty.id, changes: { lowAtMg: 1 }, was: {} });
    expect(await namesOf("show=low")).toEqual(["Anthracite"]);
    await editPowder(office, { id: black.id, changes: { lowAtMg: 18_143_696 }, was: {} });
    expect(await namesOf("show=low")).toEqual(["Anthracite", "Jet black"]);
    expect(await namesOf("show=expiring")).toEqual([]);
    const old = { powderId: empty.id, quantity: 1, unit: "lb", expiresOn: "2026-01-01" };
    await receiveLot(office, receiveLotInput.parse(old));
    expect(await namesOf("show=expiring")).toEqual(["Anthracite"]);
    expect((await listPowders(office, viewOf(office, "show=low"))).rows[0]).toMatchObject({
      ...{ name: "Anthracite", onHandMg: 453_592, fitMg: 0, expiresOn: "2026-01-01" },
    });
  }));

test("SECURITY 14: a painter sees neither price nor cost, in list, page and ledger", () =>
  inRolledBack(async (tx) => {
    const { office, painter, white } = await threePowders(tx);
    const view = viewOf(painter, "sort=-price&columns=name.price");
    expect(view).toMatchObject({ sort: "name", columns: ["name"] });
    const told = async (ctx: MemberContext) =>
      JSON.stringify([await listPowders(ctx, viewOf(ctx)), await findPowder(ctx, { id: white.id })]);
    expect(await told(office)).toMatch(/priceCents.*costCents/);
    expect(await told(painter)).not.toMatch(/price|cost/i);
  }));

test("SECURITY 28: exports weights and prices as numbers, in the shop's units", () =>
  inRolledBack(async (tx) => {
    const { office } = await threePowders(tx);
    const view = viewOf(office, "columns=name.onHand.price&sort=-price");
    const csv = await csvResponse(exportPowders(office, view)).text();
    expect(parse(csv, { bom: true })).toEqual([
      ["Powder", "On hand (lb)", "Price (USD)", "Per"],
      ["Jet black", "40", "12", "lb"],
      ["Traffic white", "5.5", "9.5", "lb"],
      ["Anthracite", "0", "", ""],
    ]);
  }));

test("shows a powder with its lots, first to expire first, and its ledger, newest first", () =>
  inRolledBack(async (tx) => {
    const { office, white } = await threePowders(tx);
    const found = await findPowder(office, { id: white.id });
    expect(found?.lots.map((lot) => [lot.label, lot.onHandMg])).toEqual([["L5.5", 2_494_758]]);
    expect(found?.emptyLots).toBe(1);
    const all = await findPowder(office, { id: white.id, isWithEmpty: true });
    expect(all?.lots.map((lot) => [lot.label, lot.onHandMg])).toEqual([
      ["L5.5", 2_494_758],
      ["L10", 0],
    ]);
    expect(found?.ledger.lines.map((line) => line.kind).sort()).toEqual(["receipt", "receipt", "waste"]);
    expect(found?.ledger.lines.find((line) => line.kind === "waste")).toMatchObject({
      ...{ reason: "spilt", by: "Otto Office", lot: "L10", isReversed: false, costCents: -9500 },
    });
    const second = await findPowder(office, { id: white.id, ledger: { page: 2 } });
    expect(second?.ledger).toMatchObject({ lines: [], total: 3 });
  }));

test("shows one lot's lines, or one kind's, alone", () =>
  inRolledBack(async (tx) => {
    const { office, white } = await threePowders(tx);
    const all = await findPowder(office, { id: white.id, isWithEmpty: true });
    const lotId = all?.lots.find((lot) => lot.label === "L10")?.id as string;
    const ledgerOf = async (ledger: LedgerAsked) =>
      (await findPowder(office, { id: white.id, ledger }))?.ledger;
    expect(await ledgerOf({ lotId })).toMatchObject({ total: 2, lot: { label: "L10" } });
    expect((await ledgerOf({ kind: "receipt" }))?.lines.map((line) => line.lot).sort()).toEqual([
      "L10",
      "L5.5",
    ]);
    expect(await ledgerOf({ lotId, kind: "waste" })).toMatchObject({ total: 1, kind: "waste" });
    expect(await ledgerOf({ lotId: crypto.randomUUID() })).toMatchObject({ total: 0, lines: [] });
  }));

test("finds what open jobs are short of, and on the powder's page the jobs that want it", () =>
  inRolledBack(async (tx) => {
    const { office, painter, white, black } = await threePowders(tx);
    for (const { id } of [white, black]) {
      await editPowder(office, { id, changes: { specificGravity: 1.5, filmUm: 64 }, was: {} });
    }
    const acme = await createCustomer(office, customerInput.parse({ name: "Acme Railings" }));
    const take = (powderId: string, quantity: number, dueOn: string | null = null) => {
      const coats = [{ system: "powder", powderId, name: "x" }];
      const parts = [{ description: "Gate", quantity, areaEachCm2: 9290.304, coats }];
      return createJob(office, newJobInput.parse({ customerId: acme.id, dueOn, parts }));
    };
    const later = await take(white.id, 12);
    const sooner = await take(white.id, 10, "2099-01-02");
    await take(black.id, 10);
    const namesOf = async (address: string) =>
      (await listPowders(office, viewOf(office, address))).rows.map((row) => row.name);
    expect(await namesOf("show=short")).toEqual(["Traffic white"]);
    const found = await findPowder(painter, { id: white.id });
    expect(found?.open).toEqual({
      total: 2,
      stillMg: 1_783_738 + 1_486_449,
      jobs: [
        expect.objectContaining({ number: sooner.number, stillMg: 1_486_449, isShort: false }),
        expect.objectContaining({ number: later.number, stillMg: 1_783_738, isShort: false }),
      ],
    });
    const [lot] = found?.lots ?? [];
    await recordWaste(office, { lotId: lot?.id as string, quantity: 3, unit: "lb", reason: "spilt" });
    const after = await findPowder(painter, { id: white.id });
    expect(after?.open.jobs.map(({ isShort }) => isShort)).toEqual([true, true]);
    expect(await namesOf("show=short&maker=Cardinal")).toEqual([]);
  }));

test("SECURITY 25: sorts and shows by what is on the list and by nothing else", () =>
  inRolledBack(async (tx) => {
    const { office, painter } = await threePowders(tx);
    for (const address of [
      "sort=mg;drop&columns=w.shop_id",
      "sort=-shop_id&columns=notes",
      "sort=__proto__&page=-1&columns=constructor",
    ]) {
      expect(viewOf(office, address)).toEqual(viewOf(office));
    }
    for (const sort of powderSorts) {
      expect((await listPowders(office, viewOf(office, `sort=${sort}`))).rows).toHaveLength(3);
      expect((await listPowders(office, viewOf(office, `sort=-${sort}`))).rows).toHaveLength(3);
    }
    expect(viewOf(painter, "sort=price&columns=price")).toEqual(viewOf(painter));
    expect(viewOf(office, "sort=price")).toMatchObject({ sort: "price" });
  }));

test("SECURITY 12: another shop's powder is not there", () =>
  inRolledBack(async (tx) => {
    const { white } = await threePowders(tx);
    const rival = await castOf(tx, "Rival Coating");
    expect(await findPowder(rival.office, { id: white.id })).toBeNull();
    expect((await listPowders(rival.office, viewOf(rival.office))).total).toBe(0);
  }));
