import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { customer } from "@/db/schema/customers";
import { event } from "@/db/schema/history";
import { coat, job, part } from "@/db/schema/jobs";
import { inTransaction, type MemberContext } from "../context";
import { type Cast, castOf, stageNamed } from "../testing/cast";
import { testDatabase } from "../testing/database";
import { createJob } from "./create-job";
import { newJobInput } from "./input";
import { restoreJob } from "./restore-job";
import { retireJob } from "./retire-job";

const { inRolledBack } = testDatabase();
const play = (run: (cast: Cast, other: Cast) => Promise<void>) => () =>
  inRolledBack(async (tx) => run(await castOf(tx), await castOf(tx, "Another Shop")));

const gate = { description: "Gate", quantity: 2 };
const input = (more: object = {}) =>
  newJobInput.parse({ newCustomer: { name: "Acme Railings" }, parts: [gate], ...more });
const eventsOf = (ctx: MemberContext) =>
  inTransaction(ctx, ({ tx }) => tx.select().from(event).orderBy(asc(event.seq)));

test(
  "takes in a job with parts, coats, price and assignees, numbered from 1001, and tells its history",
  play(async ({ office, painter }) => {
    const coats = [
      { role: "primer", system: "words", name: "Zinc primer" },
      { role: "top", system: "ral", code: "RAL 9016", name: "Traffic white", hex: "#f1f0ea", gloss: "satin" },
    ];
    const made = await createJob(
      office,
      input({
        parts: [
          { ...gate, coats, priceCents: 120_50 },
          { description: "Post", priceCents: 30_00 },
        ],
        pricedByLine: true,
        priceCents: 1,
        dueOn: "2026-12-01",
        assigneeIds: [painter.actor.id, painter.actor.id],
      }),
    );
    expect(made.number).toBe(1001);
    const [row] = await inTransaction(office, ({ tx }) => tx.select().from(job));
    expect(row).toMatchObject({ priceCents: 150_50, stageKind: "waiting", dueOn: "2026-12-01" });
    const laid = await inTransaction(office, ({ tx }) => tx.select().from(coat).orderBy(asc(coat.position)));
    expect(laid.map((one) => [one.position, one.role, one.name])).toEqual([
      [1, "primer", "Zinc primer"],
      [2, "top", "Traffic white"],
    ]);
    expect((await eventsOf(office)).at(-1)).toMatchObject({
      kind: "job.created",
      jobId: made.id,
      after: { number: 1001, stage: "Received", parts: ["2 × Gate", "1 × Post"], priceCents: 150_50 },
    });
    expect((await createJob(office, input())).number).toBe(1002);
  }),
);

test(
  "pressed twice it is one job",
  play(async ({ office }) => {
    const onceId = crypto.randomUUID();
    const first = await createJob(office, input({ onceId }));
    expect(await createJob(office, input({ onceId }))).toEqual({ ...first, wasThere: true });
    expect(await inTransaction(office, ({ tx }) => tx.select().from(customer))).toHaveLength(1);
  }),
);

test(
  "SECURITY 14: a price from somebody who may not see prices is refused, on the job and on a line",
  play(async ({ office, painter }) => {
    const { customerId } = await createJob(office, input());
    const known = { newCustomer: null, customerId };
    await expect(createJob(painter, input({ ...known, priceCents: 1 }))).rejects.toMatchObject({
      code: "forbidden",
    });
    const priced = { ...known, parts: [{ ...gate, priceCents: 1 }] };
    await expect(createJob(painter, input(priced))).rejects.toMatchObject({ code: "forbidden" });
    await expect(createJob(painter, input())).rejects.toMatchObject({ code: "forbidden" });
    expect((await createJob(painter, input(known))).number).toBe(1002);
  }),
);

test(
  "SECURITY 12: customers, members, powders, stages and files of another shop are as good as absent",
  play(async ({ office }, other) => {
    const theirs = await createJob(other.office, input());
    const stage = await stageNamed(other.owner, "Prep");
    const attempts = [
      { newCustomer: null, customerId: theirs.customerId },
      { assigneeIds: [other.painter.actor.id] },
      { fileIds: [crypto.randomUUID()] },
      { stageId: stage.id },
      { parts: [{ ...gate, coats: [{ system: "powder", powderId: crypto.randomUUID(), name: "Black" }] }] },
    ];
    for (const attempt of attempts) {
      await expect(createJob(office, input(attempt)), JSON.stringify(attempt)).rejects.toMatchObject({
        name: "Refusal",
      });
    }
    expect(await inTransaction(office, ({ tx }) => tx.select().from(job))).toEqual([]);
  }),
);

test(
  "SECURITY 15: shop, number, maker, stage kind and pass in the input are ignored",
  play(async ({ office, shop }, other) => {
    const forged = {
      shopId: other.shop.id,
      number: 7,
      actorId: other.owner.actor.id,
      role: "owner",
      stageKind: "delivered",
      passedAt: new Date(),
      version: 99,
      placement: 99,
    };
    const made = await createJob(office, input(forged));
    const [row] = await inTransaction(office, ({ tx }) => tx.select().from(job).where(eq(job.id, made.id)));
    expect(row).toMatchObject({
      shopId: shop.id,
      number: 1001,
      stageKind: "waiting",
      passedAt: null,
      version: 1,
      placement: 1,
    });
    expect((await eventsOf(office)).at(-1)).toMatchObject({
      actorId: office.actor.id,
      actorName: "Otto Office",
    });
    expect(await inTransaction(other.office, ({ tx }) => tx.select().from(job))).toEqual([]);
  }),
);

test(
  "SECURITY 16: a new job cannot start past inspection",
  play(async ({ office }) => {
    for (const name of ["Ready", "Delivered"]) {
      const { id } = await stageNamed(office, name);
      await expect(createJob(office, input({ stageId: id }))).rejects.toMatchObject({ code: "conflict" });
    }
  }),
);

test("refuses a job without parts, without a customer, and a price that is no price", () => {
  const say = (more: object) =>
    newJobInput.safeParse({ parts: [gate], customerId: crypto.randomUUID(), ...more });
  expect(say({}).success).toBe(true);
  expect(say({ parts: [] }).success).toBe(false);
  expect(say({ customerId: null }).success).toBe(false);
  expect(say({ newCustomer: { name: " " }, customerId: null }).success).toBe(false);
  for (const priceCents of [-1, 1.5, Number.NaN, 1e15, "12"]) expect(say({ priceCents }).success).toBe(false);
  for (const dueOn of ["2026-02-30", "03/09/2026", "soon"]) expect(say({ dueOn }).success).toBe(false);
});

test(
  "its maker takes a job back and puts it back where it was; another member may not, a manager may",
  play(async ({ office, painter, manager }) => {
    const { number, id } = await createJob(office, input());
    const isGone = async () => {
      const [row] = await inTransaction(office, ({ tx }) => tx.select().from(job).where(eq(job.id, id)));
      return row?.retiredAt !== null;
    };
    await expect(retireJob(painter, { number })).rejects.toMatchObject({ code: "forbidden" });
    await retireJob(office, { number });
    expect(await isGone()).toBe(true);
    await restoreJob(office, { number });
    expect(await isGone()).toBe(false);
    await retireJob(manager, { number });
    expect((await createJob(office, input())).number).toBe(number + 1);
    expect((await eventsOf(office)).map((one) => one.kind)).toContain("job.restored");
    expect(await inTransaction(office, ({ tx }) => tx.select().from(part))).toHaveLength(2);
  }),
);
