import { type SQL, sql } from "drizzle-orm";
import postgres from "postgres";
import { expect, test, vi } from "vitest";
import { inTransaction, type MemberContext } from "../context";
import { createCustomer } from "../customers/create-customer";
import { customerInput } from "../customers/input";
import { csvResponse } from "../entry/csv-response";
import { recordEvent } from "../history/record-event";
import { createJob } from "../jobs/create-job";
import { editJobInput } from "../jobs/edit-input";
import { editJob } from "../jobs/edit-job";
import { newJobInput } from "../jobs/input";
import { changeRole } from "../people/change-role";
import { createPowder } from "../powders/create-powder";
import { powderInput, receiveLotInput } from "../powders/input";
import { receiveLot } from "../powders/receive-lot";
import { recordWaste } from "../powders/record-waste";
import { testDatabase } from "../testing/database";
import { openRealShop } from "../testing/real-shop";
import { exportAudit } from "./export-audit";
import { auditInput } from "./input";
import { listAudit } from "./list-audit";
import { listAuditChoices } from "./list-audit-choices";

const { ownerUrl } = testDatabase();

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

async function stockedShop() {
  const shop = await busyShop();
  const { office } = shop;
  const receive = async (code: string, name: string, labels: string[]) => {
    const powder = powderInput.parse({ maker: "Tiger", code, name });
    const { id: powderId } = await createPowder(office, powder);
    for (const label of labels) {
      const { id: lotId } = await receiveLot(
        office,
        receiveLotInput.parse({ powderId, quantity: 10, unit: "lb", label }),
      );
      await recordWaste(office, { lotId, quantity: 1, unit: "lb", reason: "spilt" });
    }
  };
  await receive("29/10002", "Signal white", ["KX-77", "KX-78"]);
  await receive("9005", "Jet black", ["20260310", String(shop.number)]);
  return shop;
}

test("a powder is searched for with its lots, a lot by its label, and a person by their name", async () => {
  const { owner, coater } = await stockedShop();
  const lots = (...labels: string[]) =>
    labels.flatMap((label) => [`lot.wasted ${label}`, `lot.received ${label}`]);
  const found = async (q: string) =>
    (await asking(owner, { q })).lines.map(({ kind, after }) => (after?.lot ? `${kind} ${after.lot}` : kind));
  const white = [...lots("KX-78", "KX-77"), "powder.created"];
  expect(await found("signal WHITE")).toEqual(white);
  expect(await found("29/100")).toEqual(white);
  expect(await found("kx-77")).toEqual(lots("KX-77"));
  expect(await found("KX-7")).toEqual(lots("KX-78", "KX-77"));
  expect(await asking(owner, { q: "KX-7", kind: "lot.received" })).toMatchObject({ lines: { length: 2 } });
  await changeRole(owner, { id: coater.actor.id, role: "office" });
  expect(await found("pia paint")).toEqual(["member.role-changed"]);
  const { owner: stranger } = await openRealShop("Elsewhere");
  for (const q of ["signal white", "KX-77", "20260310", "pia paint"])
    expect((await asking(stranger, { q })).lines.filter((line) => line.kind !== "member.joined")).toEqual([]);
});

test("a number is a job's, and all of a powder's code or a lot's label", async () => {
  const { owner, number } = await stockedShop();
  const job = ["job.edited", "job.created"];
  const lot = ["lot.wasted", "lot.received"];
  expect(await kindsOf(owner, { q: "20260310" })).toEqual(lot);
  expect(await kindsOf(owner, { q: "2026031" })).toEqual([]);
  expect(await kindsOf(owner, { q: "9005" })).toEqual([...lot, ...lot, "powder.created"]);
  expect(await kindsOf(owner, { q: String(number) })).toEqual([...lot, ...job]);
  expect(await kindsOf(owner, { q: `job ${number}` })).toEqual(job);
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

/** A shop with a history of which the table knows that it is long. */
async function oldShop() {
  const shop = await stockedShop();
  const { id } = shop.owner.shop;
  const raw = postgres(ownerUrl, { max: 1 });
  await raw`alter table event disable trigger user`;
  await raw`select set_config('coatyard.shop', ${id}, false)`;
  await raw`
    insert into event (shop_id, seq, at, kind, actor_kind, actor_name, actor_id, subject_id)
    select ${id}, 1000 + n, now() + n * interval '1 second', case n % 2 when 0 then 'job.moved' else 'job.edited' end,
      'member', 'x', case n % 3 when 0 then ${shop.owner.actor.id}::uuid else gen_random_uuid() end, gen_random_uuid()
    from generate_series(1, 20000) n`;
  await raw`analyze event`;
  await raw.end();
  return shop;
}

/** How the database reads the page that is asked for. */
const planOf = (ctx: MemberContext, query: Record<string, string>) =>
  inTransaction(ctx, async (work) => {
    const asked = vi.spyOn(work.tx, "execute");
    await listAudit(work, auditInput.parse(query));
    const [read] = asked.mock.calls[0] as [SQL];
    asked.mockRestore();
    const rows = await work.tx.execute<{ "QUERY PLAN": string }>(sql`explain ${read}`);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  });

test("a page of a long history is read along an index, and what was searched for by the indexes of things", async () => {
  const { owner, customerId } = await oldShop();
  const pages: Record<string, string>[] = [{}, { who: owner.actor.id }, { kind: "job.moved" }];
  for (const query of pages) {
    const plan = await planOf(owner, query);
    expect({ query, plan }).toMatchObject({
      plan: expect.stringMatching(/Index Scan Backward using event_(at|actor|kind)/),
    });
    expect(plan).not.toContain("Sort");
  }
  for (const q of ["signal white", "KX-77", "9005", "#1001", "acme", "pia paint", customerId]) {
    const plan = await planOf(owner, { q });
    expect({ q, plan }).toMatchObject({
      plan: expect.stringMatching(/using event_(subject|customer|job)\b/),
    });
    expect(plan).not.toMatch(/(Seq Scan on|using event_at on) event\b/);
  }
});
