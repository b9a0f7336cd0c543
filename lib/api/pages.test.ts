import { beforeAll, expect, test } from "vitest";
import { throttle } from "@/db/schema/people";
import { database } from "../context";
import { type ApiWorld, openApiWorld } from "../testing/api-doors";
import { testDatabase } from "../testing/database";
import { addDrawn } from "../testing/one-proof";
import type { Operation } from "./operation";
import { operations } from "./operations";

testDatabase();

const lists = operations.filter(({ isPage }) => isPage);

let shop: ApiWorld;
/** Where each list is long. */
let places: Record<string, string>;

beforeAll(async () => {
  shop = await openApiWorld();
  places = await populate(shop);
});

test("every list has a place where it is long", () => {
  expect(Object.keys(places).sort()).toEqual(lists.map(({ id }) => id).sort());
});

test.each(lists.map((line) => [line.id, line] as const))(
  "%s gives every row once, in order",
  async (id, line) => {
    for (const search of searchesOf(line)) {
      await database().delete(throttle);
      const path = `${places[id]}?${search}`;
      if (!("cursor" in line.query.shape)) {
        const { status, body } = await shop.ask("GET", path);
        expect({ path, status, next: body.next }).toEqual({ path, status: 200, next: null });
        continue;
      }
      const whole = await follow(path, 100);
      expect(whole.length).toBeGreaterThan(2);
      expect(new Set(whole).size).toBe(whole.length);
      expect({ path, rows: await follow(path, 1) }).toEqual({ path, rows: whole });
    }
  },
);

test("the ledger is asked for by time, and a time that is none is refused", async () => {
  const { items } = (await shop.ask("GET", "/movements?limit=3")).body;
  const at = items[1].at;
  const since = (await shop.ask("GET", `/movements?since=${at}`)).body.items;
  const before = (await shop.ask("GET", `/movements?before=${at}&limit=100`)).body.items;
  expect(since.map((line: { id: string }) => line.id)).toEqual(expect.arrayContaining([items[0].id]));
  for (const line of since) expect(line.at >= at).toBe(true);
  for (const line of before) expect(line.at < at).toBe(true);
  const all = (await shop.ask("GET", "/movements?limit=100")).body.items;
  expect(since.length + before.length).toBe(all.length);
  for (const wrong of ["yesterday", "2026-03-09", "2026-02-30T00:00:00Z", "0000-01-01T00:00:00Z", ""]) {
    const { status, body } = await shop.ask("GET", `/movements?since=${wrong}`);
    expect({ wrong, status, code: body.code }).toEqual({ wrong, status: 400, code: "malformed" });
  }
});

/** The list as it is asked for by itself, and in every sort that it has. */
function searchesOf({ query }: Operation): string[] {
  const { sort } = query.shape as { sort?: { unwrap(): { options: string[] } } };
  return ["", ...(sort?.unwrap().options ?? []).map((one) => `sort=${one}`)];
}

/** The rows of all pages of a list, as they were written. */
async function follow(path: string, limit: number): Promise<string[]> {
  const rows: string[] = [];
  for (let next: string | null = ""; next !== null; ) {
    const cursor: string = next ? `&cursor=${encodeURIComponent(next)}` : "";
    const { status, body } = await shop.ask("GET", `${path}&limit=${limit}${cursor}`);
    expect({ path, status }).toEqual({ path, status: 200 });
    expect(body.items.length).toBeLessThanOrEqual(limit);
    rows.push(...body.items.map((row: unknown) => JSON.stringify(row)));
    next = body.next;
  }
  return rows;
}

/** A shop with several of everything: rows that are alike in what they are sorted by, and more lots than one page holds. */
async function populate({ make, job, office, stageNamed, lot, movement, proof, waste }: ApiWorld) {
  const { number, customer } = await job();
  for (const name of ["Dana Drawn", "Dean Deed", "Vera View"])
    await make(`/customers/${customer.id}/contacts`, { name });
  for (const name of ["Acme Railings", "Three Elms", "Kettle Gates"]) await make("/customers", { name });
  const late = { priority: "rush", dueOn: "2026-03-10" };
  for (const more of [{}, late, late, { stageId: await stageNamed("QC") }]) await job(more);
  for (const body of ["hang it", "mask the thread", "two coats"])
    await make(`/jobs/${number}/comments`, { body });
  for (const title of ["Sample", "Drawing", "Drawing"]) await addDrawn(office, number, { title });
  const { powderId } = await lot();
  await lot();
  for (let at = 0; at < 55; at++) {
    const expiresOn = at % 3 === 0 ? null : `2999-01-0${1 + (at % 4)}`;
    await make(`/powders/${powderId}/lots`, { quantity: 1, unit: "lb", expiresOn });
  }
  const { lotId } = await movement();
  await make(`/lots/${lotId}/movements`, waste);
  return {
    listJobs: "/jobs",
    listParts: `/jobs/${number}/parts`,
    listCoats: `/jobs/${number}/coats`,
    listComments: `/jobs/${number}/comments`,
    listCustomers: "/customers",
    listContacts: `/customers/${customer.id}/contacts`,
    listStages: "/stages",
    listPowders: "/powders",
    listLots: `/powders/${powderId}/lots`,
    listMovements: "/movements",
    listProofs: "/proofs",
    listDecisions: `/proofs/${await proof()}/decisions`,
    listEvents: "/events",
  };
}
