import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTransaction, type MemberContext } from "../context";
import { createCustomer } from "../customers/create-customer";
import { customerInput } from "../customers/input";
import { csvResponse } from "../entry/csv-response";
import { recordEvent } from "../history/record-event";
import { createJob } from "../jobs/create-job";
import { editJobInput } from "../jobs/edit-input";
import { editJob } from "../jobs/edit-job";
import { newJobInput } from "../jobs/input";
import { testDatabase } from "../testing/database";
import { openRealShop } from "../testing/real-shop";
import { exportAudit } from "./export-audit";
import { auditInput } from "./input";
import { listAudit } from "./list-audit";
import { listAuditChoices } from "./list-audit-choices";

testDatabase();

const asking = (ctx: MemberContext, query: Record<string, string> = {}) =>
  listAudit(ctx, auditInput.parse(query));
const kindsOf = async (ctx: MemberContext, query: Record<string, string>) =>
  (await asking(ctx, query)).lines.map((line) => line.kind);

async function busyShop() {
  const cast = await openRealShop();
  const { id: customerId } = await createCustomer(
    cast.office,
    customerInput.parse({ name: "Acme Railings" }),
  );
  const job = newJobInput.parse({
    customerId,
    priceCents: 125_00,
    parts: [{ description: "Gate", quantity: 1 }],
  });
  const { number } = await createJob(cast.owner, job);
  await editJob(cast.manager, editJobInput.parse({ number, changes: { priceCents: 150_00 }, was: {} }));
  return { ...cast, number, customerId };
}

test("tells who changed what, before and after, by person, thing, kind and day", async () => {
  const { owner, manager, office, number, customerId } = await busyShop();
  const [edited] = (await asking(owner, { kind: "job.edited" })).lines;
  expect(edited).toMatchObject({ actorName: "Mona Manager", jobNumber: number, customer: "Acme Railings" });
  expect([edited?.before, edited?.after]).toEqual([
    expect.objectContaining({ priceCents: 125_00 }),
    expect.objectContaining({ priceCents: 150_00 }),
  ]);
  expect(await kindsOf(owner, { who: office.actor.id })).toEqual(["customer.created"]);
  expect(await kindsOf(owner, { who: manager.actor.id })).toEqual(["job.edited"]);
  expect(await kindsOf(owner, { q: `#${number}` })).toEqual(["job.edited", "job.created"]);
  expect(await kindsOf(owner, { q: "acme rail" })).toContain("customer.created");
  expect(await kindsOf(owner, { q: customerId })).toContain("job.created");
  expect(await kindsOf(owner, { kind: "job" })).toEqual(["job.edited", "job.created"]);
  expect(await kindsOf(owner, { q: "100%_" })).toEqual([]);
  expect(await kindsOf(owner, { to: "2001-01-01" })).toEqual([]);
  const all = await asking(owner, { from: "2001-01-01", who: "' or 1=1", kind: "%", before: "x" });
  expect(all.lines.length).toBeGreaterThan(3);
  const { members, kinds } = await listAuditChoices(owner);
  expect(members.map((one) => one.name)).toContain("Pia Painter");
  expect(kinds).toEqual(expect.arrayContaining(["customer.created", "job.created", "job.edited"]));
});

test("pages through all of it once, by a cursor", async () => {
  const { owner } = await openRealShop();
  await inTransaction(owner, async (work) => {
    for (let n = 0; n < 130; n++)
      recordEvent(work, { kind: "job.moved", subjectId: work.shop.id, after: { n } });
  });
  const seen: number[] = [];
  let before: string | null = "";
  while (before !== null) {
    const page: Awaited<ReturnType<typeof listAudit>> = await asking(owner, { before, kind: "job.moved" });
    seen.push(...page.lines.map((line) => Number(line.after?.n)));
    before = page.older;
  }
  expect(seen).toEqual(Array.from({ length: 130 }, (_, n) => 129 - n));
});

test("is an owner's, and keeps to its shop", async () => {
  const { owner, manager, coater } = await busyShop();
  await expect(asking(manager)).rejects.toMatchObject({ code: "forbidden" });
  await expect(asking(coater)).rejects.toMatchObject({ code: "forbidden" });
  const { owner: stranger } = await openRealShop("Elsewhere");
  expect((await asking(stranger)).lines.every((line) => line.jobNumber === null)).toBe(true);
  expect(await kindsOf(stranger, { q: owner.shop.id })).toEqual([]);
});

test("leaves as CSV, with nothing a spreadsheet would run", async () => {
  const { owner } = await busyShop();
  await createCustomer(owner, customerInput.parse({ name: "=1+1" }));
  const text = await csvResponse(exportAudit(owner, auditInput.parse({}))).text();
  expect(text).toContain("Mona Manager,");
  expect(text).toContain("job.edited");
  expect(text).toContain("'=1+1");
});

test("a page of a long history is read along an index", async () => {
  const { owner } = await busyShop();
  const plans = await inTransaction(owner, async ({ tx, shop }) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    await tx.execute(sql`set local enable_bitmapscan = off`);
    const by = [sql`true`, sql`actor_id = ${owner.actor.id}`, sql`kind = 'job.moved'`];
    return Promise.all(
      by.map(async (one) => {
        const rows = await tx.execute<{ "QUERY PLAN": string }>(sql`
          explain select * from event where shop_id = ${shop.id} and ${one} order by at desc, seq desc limit 51`);
        return rows.map((row) => row["QUERY PLAN"]).join("\n");
      }),
    );
  });
  for (const plan of plans) expect(plan).toMatch(/Index Scan Backward using event_/);
  for (const plan of plans) expect(plan).not.toContain("Sort");
});
