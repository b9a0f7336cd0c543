import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { job, stage } from "@/db/schema/jobs";
import { jobProofStates, permissions, priorities, rolePermissions } from "@/db/vocabulary";
import { inTransaction, type MemberContext } from "../context";
import { createCustomer } from "../customers/create-customer";
import { customerInput } from "../customers/input";
import { readCards } from "../live/read-cards";
import { castOf } from "../testing/cast";
import { type TestTransaction, testDatabase } from "../testing/database";
import { rounds } from "../testing/rounds";
import { createJob } from "./create-job";
import { todayIn } from "./due";
import { newJobInput } from "./input";
import { dueFilters, type JobFilter, matchesFilter, noFilter } from "./job-filter";
import { type JobListView, jobListFromParams, jobSorts } from "./job-list";
import { eachJob, listJobs } from "./list-jobs";

const { inRolledBack } = testDatabase();

const viewOf = (address: string, ctx?: MemberContext) =>
  jobListFromParams(new URLSearchParams(address), ctx ? rolePermissions[ctx.actor.role] : permissions);

const dayFrom = (today: string, days: number) =>
  new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);

/** Sixty jobs that differ in everything a filter looks at; a third of them delivered, some long ago. */
async function fullShop(tx: TestTransaction) {
  const cast = await castOf(tx);
  const { owner, painter } = cast;
  const today = todayIn(owner.shop.timeZone, owner.now);
  const stages = await inTransaction(owner, ({ tx }) => tx.select().from(stage));
  const delivered = stages.find((one) => one.kind === "delivered");
  const customers = [];
  for (const name of ["Acme Railings", "Ümlaut Gates & Söhne", "100% Steel_Works", "acme wheels"]) {
    customers.push(await createCustomer(owner, customerInput.parse({ name })));
  }
  const colours = [
    { system: "ral", code: "RAL 9016", name: "Traffic white" },
    { system: "ral", code: "RAL 9005", name: "Jet black" },
    { system: "words", name: "Customer's red" },
  ];
  for (let i = 0; i < 60; i += 1) {
    const { number } = await createJob(
      owner,
      newJobInput.parse({
        customerId: customers[i % 4]?.id,
        priority: priorities[i % 4],
        dueOn: i % 5 === 0 ? null : dayFrom(today, (i % 17) - 8),
        poNumber: i % 3 === 0 ? `PO-${i}A` : "",
        priceCents: i * 100,
        assigneeIds: [[], [owner.actor.id], [painter.actor.id], [owner.actor.id, painter.actor.id]][i % 4],
        parts: [
          {
            description: ["Gate", "Bed frame", 'WHEEL 18"'][i % 3],
            quantity: i + 1,
            coats: i % 7 ? [colours[i % 3]] : [],
          },
          ...(i % 6 === 0 ? [{ description: "Hinge", coats: [colours[1]] }] : []),
        ],
      }),
    );
    await inTransaction(owner, ({ tx }) =>
      tx
        .update(job)
        .set({ proofState: jobProofStates[i % 5] })
        .where(eq(job.number, number)),
    );
    if (i % 3 !== 2) continue;
    const deliveredAt = new Date(owner.now.getTime() - i * 43_200_000);
    await inTransaction(owner, ({ tx }) =>
      tx
        .update(job)
        .set({ stageId: delivered?.id as string, stageKind: "delivered", deliveredAt })
        .where(eq(job.number, number)),
    );
  }
  return { ...cast, today, stages, customers };
}

async function numbersOf(ctx: MemberContext, view: JobListView): Promise<number[]> {
  const numbers = [];
  for await (const rows of eachJob(ctx, view)) numbers.push(...rows.map((row) => row.number));
  return numbers;
}

/** In shops of their own: one transaction grows slow after some hundreds. */
test("lists just the jobs whose card the board's own filter lets through", async () => {
  for (let shops = 0; shops < rounds(20); shops += 1) await inRolledBack(listAsTheBoardFilters);
});

async function listAsTheBoardFilters(tx: TestTransaction): Promise<void> {
  const { owner, painter, today, stages, customers } = await fullShop(tx);
  const cards = await inTransaction(owner, (work) => readCards(work));
  const onBoard = new Set(cards.map((card) => card.number));
  const maybe = <T>(value: fc.Arbitrary<T>, none: T) =>
    fc.oneof({ weight: 2, arbitrary: fc.constant(none) }, value);
  const filters: fc.Arbitrary<JobFilter> = fc.record({
    q: maybe(
      fc.constantFrom(
        "acme",
        "ACME gate",
        "söhne",
        "%",
        "_",
        'wheel 18"',
        "po-1",
        "10",
        "ral 9016",
        "red",
        "zzz",
        "\\",
      ),
      "",
    ),
    customer: maybe(fc.constantFrom(...customers.map((one) => one.id)), ""),
    colour: maybe(fc.constantFrom("RAL 9016", "9005 Jet", "white", "customer's"), ""),
    assignee: maybe(fc.constantFrom("nobody", owner.actor.id, painter.actor.id, crypto.randomUUID()), ""),
    due: maybe(fc.constantFrom(...dueFilters), ""),
    stage: maybe(fc.subarray(stages.map((one) => one.id)), []),
    priority: maybe(fc.subarray([...priorities]), []),
    proof: maybe(fc.constantFrom(...jobProofStates), ""),
  });
  await fc.assert(
    fc.asyncProperty(filters, fc.constantFrom("open" as const, "all" as const), async (filter, show) => {
      const view = { ...viewOf(""), filter, show };
      const isOpenOnly = show === "open" && filter.stage.length === 0;
      const expected = cards.filter(
        (card) => matchesFilter(card, filter, today) && !(isOpenOnly && card.deliveredAt),
      );
      const listed = (await numbersOf(owner, view)).filter((number) => onBoard.has(number));
      expect(listed.sort()).toEqual(expected.map((card) => card.number).sort());
      expect((await listJobs(owner, view)).total).toBe((await numbersOf(owner, view)).length);
    }),
    { numRuns: 100 },
  );
}

test("sorts by every column both ways, with what is missing last", () =>
  inRolledBack(async (tx) => {
    const { owner } = await fullShop(tx);
    for (const sort of jobSorts) {
      const up = await numbersOf(owner, viewOf(`show=all&sort=${sort}`));
      const down = await numbersOf(owner, viewOf(`show=all&sort=-${sort}`));
      expect(up).toHaveLength(60);
      expect(new Set(down)).toEqual(new Set(up));
    }
    const { rows } = await listJobs(owner, viewOf("show=all&sort=-due"));
    expect(rows[0]?.dueOn).not.toBeNull();
    expect((await listJobs(owner, viewOf("show=all&sort=due&page=2"))).rows.at(-1)?.dueOn).toBeNull();
  }));

test("SECURITY 25: a sort or column that is not on the list is as good as none", () => {
  const view = viewOf("sort=price_cents;drop table job&columns=number.shop_id.secret&page=-4");
  expect(view).toMatchObject({ sort: "number", isDescending: true, page: 1, columns: ["number"] });
  expect(viewOf("due=yesterday&stage=1&customer=x&priority=urgent").filter).toEqual(noFilter);
});

test("SECURITY 14: prices are neither shown to nor sorted for who may not see them", () =>
  inRolledBack(async (tx) => {
    const { owner, painter } = await fullShop(tx);
    const view = viewOf("sort=price&columns=number.price", painter);
    expect(view).toMatchObject({ sort: "number", columns: ["number"] });
    const { rows } = await listJobs(painter, view);
    expect(rows.some((row) => "priceCents" in row)).toBe(false);
    expect((await listJobs(owner, viewOf("sort=-price&show=all"))).rows[0]?.priceCents).toBe(5900);
  }));

test("SECURITY 12: another shop's jobs are not listed, whatever is asked", () =>
  inRolledBack(async (tx) => {
    const { customers } = await fullShop(tx);
    const rival = await castOf(tx, "Rival Coating");
    expect(await listJobs(rival.owner, viewOf("show=all"))).toEqual({ rows: [], total: 0 });
    expect((await listJobs(rival.owner, viewOf(`show=all&customer=${customers[0]?.id}`))).total).toBe(0);
  }));

test("shows pages that join up without a gap or a double", () =>
  inRolledBack(async (tx) => {
    const { owner } = await fullShop(tx);
    const first = await listJobs(owner, viewOf("show=all&sort=customer"));
    const second = await listJobs(owner, viewOf("show=all&sort=customer&page=2"));
    const numbers = [...first.rows, ...second.rows].map((row) => row.number);
    expect(numbers).toEqual(await numbersOf(owner, viewOf("show=all&sort=customer")));
    expect(first.total).toBe(60);
  }));
