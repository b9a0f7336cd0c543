import { expect, test } from "vitest";
import { createJob } from "../jobs/create-job";
import { newJobInput } from "../jobs/input";
import { castOf } from "../testing/cast";
import { testDatabase } from "../testing/database";
import { createCustomer } from "./create-customer";
import { findNamesakes } from "./find-namesakes";
import { type CustomerInput, customerInput } from "./input";
import { searchCustomers } from "./search-customers";

const { inRolledBack } = testDatabase();
const named = (name: string, more: Partial<CustomerInput> = {}) => customerInput.parse({ name, ...more });
const gate = [{ description: "Gate" }];

test("puts names that begin so before words that begin so before the rest", () =>
  inRolledBack(async (tx) => {
    const { office } = await castOf(tx);
    for (const name of ["Old Iron Works", "Environmental Steel", "Iron Age Fence", "Bob"]) {
      await createCustomer(office, named(name));
    }
    const found = await searchCustomers(office, { q: "iron" });
    expect(found.map((one) => one.name)).toEqual(["Iron Age Fence", "Old Iron Works", "Environmental Steel"]);
  }));

test("puts the customer of the newest job first among equals, and first of all when nothing is typed", () =>
  inRolledBack(async (tx) => {
    const { office } = await castOf(tx);
    const one = await createCustomer(office, named("Acme Gates"));
    const two = await createCustomer(office, named("Acme Wheels"));
    await createCustomer(office, named("Acme Aardvarks"));
    await createJob(office, newJobInput.parse({ customerId: one.id, parts: gate }));
    await createJob(office, newJobInput.parse({ customerId: two.id, parts: gate }));
    const names = (found: { name: string }[]) => found.map((found) => found.name);
    expect(names(await searchCustomers(office, { q: "acme" }))).toEqual([
      "Acme Wheels",
      "Acme Gates",
      "Acme Aardvarks",
    ]);
    expect(names(await searchCustomers(office, { q: " " }))).toEqual(["Acme Wheels", "Acme Gates"]);
  }));

test("finds by accent-free letters, contact, e-mail and the digits of a phone number", () =>
  inRolledBack(async (tx) => {
    const { office } = await castOf(tx);
    await createCustomer(
      office,
      named("Métal Décor S.à r.l.", {
        phone: "(413) 555-0142",
        contacts: [{ name: "Zoë Quill", title: "", email: "zq@example.com", phone: "", mobile: "" }],
      }),
    );
    for (const q of ["metal dec", "DÉCOR", "zoë", "zq@exa", "5550142", "413-555"]) {
      expect(await searchCustomers(office, { q }), q).toMatchObject([{ contact: "Zoë Quill" }]);
    }
    expect(await searchCustomers(office, { q: "metal wood" })).toEqual([]);
  }));

test("shows inactive customers last and never those of another shop", () =>
  inRolledBack(async (tx) => {
    const { office } = await castOf(tx);
    const rival = await castOf(tx, "Rival Coating");
    await createCustomer(office, named("Acme A", { isInactive: true }));
    await createCustomer(office, named("Acme B"));
    await createCustomer(rival.office, named("Acme Rival"));
    expect((await searchCustomers(office, { q: "acme" })).map((one) => one.name)).toEqual([
      "Acme B",
      "Acme A",
    ]);
  }));

test("reads what is typed as plain text", () =>
  inRolledBack(async (tx) => {
    const { office } = await castOf(tx);
    await createCustomer(office, named("100% Steel"));
    expect(await searchCustomers(office, { q: "%" })).toEqual([]);
    expect(await searchCustomers(office, { q: "' or 1=1 --" })).toEqual([]);
    expect(await searchCustomers(office, { q: "100%" })).toHaveLength(1);
  }));

test("knows a namesake by another spelling", () =>
  inRolledBack(async (tx) => {
    const { office } = await castOf(tx);
    await createCustomer(office, named("Crayby Patio Furniture, LLC"));
    expect(await findNamesakes(office, { name: "crayby patio furniture" })).toHaveLength(1);
    expect(await findNamesakes(office, { name: "Crayby Patio" })).toEqual([]);
    expect(await findNamesakes(office, { name: " , " })).toEqual([]);
  }));
