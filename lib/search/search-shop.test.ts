import { expect, test } from "vitest";
import { createCustomer } from "../customers/create-customer";
import { customerInput } from "../customers/input";
import { createJob } from "../jobs/create-job";
import { newJobInput } from "../jobs/input";
import { createPowder } from "../powders/create-powder";
import { powderInput } from "../powders/input";
import { castOf } from "../testing/cast";
import { type TestTransaction, testDatabase } from "../testing/database";
import { searchShop } from "./search-shop";

const { inRolledBack } = testDatabase();

async function busyShop(tx: TestTransaction) {
  const cast = await castOf(tx);
  const { owner } = cast;
  const acme = await createCustomer(owner, customerInput.parse({ name: "Acme Railings" }));
  const jobs = [];
  for (const poNumber of ["PO-77A", "", "", "", "", "", "", "", "", "", "", ""]) {
    const coats = [{ system: "ral", code: "RAL 9016", name: "Traffic white" }];
    const input = { customerId: acme.id, poNumber, parts: [{ description: "Gate leaf", coats }] };
    jobs.push(await createJob(owner, newJobInput.parse(input)));
  }
  const white = powderInput.parse({
    maker: "Tiger",
    code: "29/10002",
    name: "Traffic white",
    colourCode: "RAL 9016",
  });
  await createPowder(owner, white);
  return { ...cast, acme, jobs };
}

test("puts the job of just that number first, then those that begin so", () =>
  inRolledBack(async (tx) => {
    const { owner } = await busyShop(tx);
    const numbers = async (q: string) => (await searchShop(owner, q)).jobs.map((job) => job.number);
    expect((await numbers("1001"))[0]).toBe(1001);
    expect((await numbers("#1012"))[0]).toBe(1012);
    expect(await numbers("100")).toEqual([1009, 1008, 1007, 1006, 1005, 1004]);
    expect(await numbers("99999999999999")).toEqual([]);
  }));

test("finds by PO however it is capitalised, by customer, part and colour", () =>
  inRolledBack(async (tx) => {
    const { owner } = await busyShop(tx);
    expect((await searchShop(owner, "po-77")).jobs.map((job) => job.number)).toEqual([1001]);
    expect((await searchShop(owner, "gate white")).jobs).toHaveLength(6);
    expect(await searchShop(owner, "acme")).toMatchObject({ customers: [{ name: "Acme Railings" }] });
    expect((await searchShop(owner, "9016 tiger")).powders).toMatchObject([{ code: "29/10002" }]);
    expect(await searchShop(owner, "  ")).toEqual({ jobs: [], customers: [], powders: [] });
  }));

test("12, 14: finds nothing of another shop, and tells no price", () =>
  inRolledBack(async (tx) => {
    const { owner } = await busyShop(tx);
    const rival = await castOf(tx, "Rival Coating");
    expect(await searchShop(rival.owner, "1001")).toEqual({ jobs: [], customers: [], powders: [] });
    expect(JSON.stringify(await searchShop(owner, "1001"))).not.toMatch(/price|cents/i);
  }));
