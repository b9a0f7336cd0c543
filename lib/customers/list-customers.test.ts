import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import type { MemberContext } from "../context";
import { csvResponse } from "../entry/csv-response";
import { createJob } from "../jobs/create-job";
import { newJobInput } from "../jobs/input";
import { castOf } from "../testing/cast";
import { type TestTransaction, testDatabase } from "../testing/database";
import { createCustomer } from "./create-customer";
import { customerListFromParams, customerSorts } from "./customer-list";
import { editCustomer } from "./edit-customer";
import { exportCustomers } from "./export-customers";
import { type CustomerInput, customerInput } from "./input";
import { eachCustomer, listCustomers, listTags } from "./list-customers";
import { retireCustomer } from "./retire-customer";

const { inRolledBack } = testDatabase();
const viewOf = (address: string) => customerListFromParams(new URLSearchParams(address));
const named = (name: string, more: Partial<CustomerInput> = {}) => customerInput.parse({ name, ...more });

async function fiveCustomers(tx: TestTransaction) {
  const cast = await castOf(tx);
  const { office } = cast;
  const make = (name: string, more: Partial<CustomerInput> = {}) => createCustomer(office, named(name, more));
  const zenith = await make("zenith Gates", { tags: ["rail", "fence"], phone: "(413) 555-0142" });
  const acme = await make("Acme Railings", {
    tags: ["rail"],
    contacts: [{ name: "Dana Weld", title: "", email: "dana@example.com", phone: "555-0177", mobile: "" }],
  });
  const sleeping = await make("Sleeping Beauty Iron", { isInactive: true });
  const gone = await make("Gone Inc");
  await retireCustomer(office, { id: gone.id });
  const evil = await make("=cmd|'/c calc'!A1", { terms: "+1" });
  await createJob(office, newJobInput.parse({ customerId: acme.id, parts: [{ description: "Gate" }] }));
  return { ...cast, zenith, acme, sleeping, gone, evil };
}

const namesOf = async (ctx: MemberContext, address: string) =>
  (await listCustomers(ctx, viewOf(address))).rows.map((row) => row.name);

test("lists the active, the inactive too, or the retired, by name whatever their capitals", () =>
  inRolledBack(async (tx) => {
    const { office } = await fiveCustomers(tx);
    expect(await namesOf(office, "")).toEqual(["=cmd|'/c calc'!A1", "Acme Railings", "zenith Gates"]);
    expect(await namesOf(office, "show=all&sort=-name")).toEqual([
      "zenith Gates",
      "Sleeping Beauty Iron",
      "Acme Railings",
      "=cmd|'/c calc'!A1",
    ]);
    expect(await namesOf(office, "show=retired")).toEqual(["Gone Inc"]);
  }));

test("finds by name, contact, phone and e-mail, and by tag", () =>
  inRolledBack(async (tx) => {
    const { office } = await fiveCustomers(tx);
    for (const q of ["railings acme", "dana", "dana@example", "5550177"]) {
      expect(await namesOf(office, `q=${q}`), q).toEqual(["Acme Railings"]);
    }
    expect(await namesOf(office, "tag=rail")).toEqual(["Acme Railings", "zenith Gates"]);
    expect(await namesOf(office, "tag=rail&q=555-0142")).toEqual(["zenith Gates"]);
    expect(await listTags(office)).toEqual(["rail", "fence"]);
  }));

test("shows the first contact's phone and e-mail where the customer has none, open jobs and the last job", () =>
  inRolledBack(async (tx) => {
    const { office } = await fiveCustomers(tx);
    const { rows, total } = await listCustomers(office, viewOf("sort=-open"));
    expect(total).toBe(3);
    expect(rows[0]).toMatchObject({
      name: "Acme Railings",
      contact: "Dana Weld",
      phone: "555-0177",
      email: "dana@example.com",
      openJobs: 1,
      lastJobAt: expect.any(String),
    });
    expect(rows[1]).toMatchObject({ openJobs: 0, lastJobAt: null });
  }));

test("SECURITY 25: sorts by what is on the list and by nothing else", () =>
  inRolledBack(async (tx) => {
    const { office } = await fiveCustomers(tx);
    for (const sort of customerSorts) {
      expect(await namesOf(office, `sort=${sort}`)).toHaveLength(3);
      expect(await namesOf(office, `sort=-${sort}`)).toHaveLength(3);
    }
    expect(viewOf("sort=notes;drop&columns=notes.shop_id")).toMatchObject({
      sort: "name",
      isDescending: false,
    });
    expect(viewOf("columns=notes.shop_id").columns).toEqual(viewOf("").columns);
  }));

test("SECURITY 12: shows nothing of another shop", () =>
  inRolledBack(async (tx) => {
    await fiveCustomers(tx);
    const rival = await castOf(tx, "Rival Coating");
    expect(await listCustomers(rival.office, viewOf("show=all"))).toEqual({ rows: [], total: 0 });
    expect(await listTags(rival.office)).toEqual([]);
  }));

test("SECURITY 28: exports what is shown, all of it, with no cell that runs", () =>
  inRolledBack(async (tx) => {
    const { office, acme } = await fiveCustomers(tx);
    await editCustomer(office, { id: acme.id, changes: { name: 'Äcme, "Rails"' }, was: {} });
    const view = viewOf("sort=-name&columns=name.terms.open");
    const csv = await csvResponse(exportCustomers(office, view)).text();
    expect(parse(csv, { bom: true })).toEqual([
      ["Customer", "Terms", "Open jobs"],
      ['Äcme, "Rails"', "", "1"],
      ["zenith Gates", "", "0"],
      ["'=cmd|'/c calc'!A1", "'+1", "0"],
    ]);
    let exported = 0;
    for await (const rows of eachCustomer(office, viewOf(""))) exported += rows.length;
    expect(exported).toBe(3);
  }));
