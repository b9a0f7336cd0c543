import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { count, eq, isNull, sum } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { customer } from "@/db/schema/customers";
import { importRow } from "@/db/schema/imports";
import { job } from "@/db/schema/jobs";
import { lot, movement, powder } from "@/db/schema/powders";
import { addComment } from "../comments/add-comment";
import { inTransaction, type MemberContext } from "../context";
import { testDatabase } from "../testing/database";
import { openRealShop } from "../testing/real-shop";
import { answerQuestions, answerRecommended } from "./answer-questions";
import { bringInRows } from "./bring-in-rows";
import { cancelImport } from "./cancel-import";
import { exportLeftRows } from "./export-left-rows";
import { answerByTruth, type Knowledge } from "./fixtures/answer";
import { readFixture, type TrueRow, trueRows, truth } from "./fixtures/truth";
import { getImportProgress, type ImportProgress, listImportRows } from "./list-imports";
import { readImport } from "./read-import";
import { runImport } from "./run-import";
import { startImport } from "./start-import";
import { undoImport } from "./undo-import";
import { undoRows } from "./undo-rows";

testDatabase();

const american: Knowledge = { dateOrder: "mdy", decimal: ".", area: "ft2", mass: "lb" };
let office: MemberContext;
let coater: MemberContext;

beforeAll(async () => {
  ({ office, coater } = await openRealShop());
});

async function upload(name: string, by = office): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "upload-")), "body");
  const bytes = readFixture(name);
  await writeFile(path, bytes);
  const received = { path, bytes: bytes.length, sha256: "", head: Buffer.from(bytes.slice(0, 4100)) };
  return (await startImport(by, { name, kind: undefined }, received)).id;
}

/** Answers what the wizard asks about the whole file; with `rows`, by the truth what it asks about those rows too. */
async function answer(id: string, rows: TrueRow[] | null, by = office): Promise<void> {
  const file = (await readImport(by, id)).judgement.questions.filter(({ scope }) => scope === "file");
  await answerQuestions(by, { id, answers: answerByTruth(file, [], american) });
  if (!rows) return;
  const { questions } = (await readImport(by, id)).judgement;
  await answerQuestions(by, { id, answers: answerByTruth(questions, rows, american) });
}

async function run(id: string, by = office) {
  await runImport(by, { id });
  await bringInRows(by, { runId: id });
  return getImportProgress(by, id);
}

/** Every record is furniture, in, or left with a reason. */
function expectAllCounted({ states, furniture, run: ended }: ImportProgress, file: string): void {
  expect(ended.state).toBe("done");
  expect(states.waiting).toBe(0);
  expect(states.imported + states.left).toBe(truth.files[file]?.data_rows);
  expect(states.imported + states.left + furniture).toBe(truth.files[file]?.rows_in_all);
}

const only = <T>(rows: T[]): T => rows[0] as T;

test("powder goes in to the milligram of the answer key", async () => {
  const { office: other } = await openRealShop("Powder Alone");
  const id = await upload("powder-inventory.csv", other);
  await answer(id, null, other);
  const progress = await run(id, other);
  const real = truth.files["powder-inventory.csv"];
  expectAllCounted(progress, "powder-inventory.csv");
  expect(progress.states.imported).toBe(real?.importable_as_they_are);
  const onHand = await inTransaction(other, ({ tx }) =>
    tx.select({ mg: sum(movement.massMg).mapWith(Number) }).from(movement),
  );
  const grams = real?.grams_on_hand_over_importable as Record<string, string>;
  expect(only(onHand).mg / 1000).toBeCloseTo(
    Number(grams.counted_exactly) + Number(grams.typed_as_estimates),
    0,
  );
});

test("the legacy shop goes in through the guessed mapping, each row counted, and the sums come out", async () => {
  const customersId = await upload("customers.csv");
  await answer(customersId, trueRows("customers.csv"));
  expectAllCounted(await run(customersId), "customers.csv");
  const people = await inTransaction(office, ({ tx }) => tx.select({ rows: count() }).from(customer));
  expect(only(people).rows).toBe(400);

  const powdersId = await upload("powder-inventory.csv");
  await answer(powdersId, trueRows("powder-inventory.csv"));
  expectAllCounted(await run(powdersId), "powder-inventory.csv");

  const jobsId = await upload("job-log.csv");
  await answer(jobsId, null);
  const jobs = await run(jobsId);
  const real = truth.files["job-log.csv"];
  expectAllCounted(jobs, "job-log.csv");
  expect(jobs.states.imported).toBe(real?.importable_as_they_are);
  const prices = await inTransaction(office, ({ tx }) =>
    tx.select({ cents: sum(job.priceCents).mapWith(Number) }).from(job),
  );
  expect(only(prices).cents).toBe(real?.price_cents_sum_over_importable);
}, 300_000);

test("a row goes in once however often the work is taken up again", async () => {
  const before = await inTransaction(office, ({ tx }) => tx.select({ rows: count() }).from(job));
  const [jobsRun] = await inTransaction(office, ({ tx }) =>
    tx
      .select({ id: importRow.runId })
      .from(importRow)
      .innerJoin(job, eq(job.shopId, importRow.shopId))
      .limit(1),
  );
  await bringInRows(office, { runId: jobsRun?.id as string });
  const after = await inTransaction(office, ({ tx }) => tx.select({ rows: count() }).from(job));
  expect(after).toEqual(before);
});

test("undoing takes back what nobody touched, reverses the movements, and lists the rest", async () => {
  const runs = await inTransaction(office, ({ tx }) =>
    tx.selectDistinct({ id: importRow.runId }).from(importRow).where(eq(importRow.state, "imported")),
  );
  const progress = await Promise.all(runs.map(({ id }) => getImportProgress(office, id)));
  const of = (kind: string) => progress.find(({ run: one }) => one.kind === kind)?.run.id as string;

  const [touched] = await inTransaction(office, ({ tx }) =>
    tx.select({ number: job.number }).from(job).limit(1),
  );
  await addComment(coater, {
    number: touched?.number as number,
    body: "hung by the back holes",
    visibility: "internal",
    mentions: [],
  });
  for (const kind of ["jobs", "powders", "customers"]) {
    await undoImport(office, { id: of(kind) });
    await undoRows(office, { runId: of(kind) });
  }
  const left = await inTransaction(office, ({ tx }) =>
    tx.select({ number: job.number }).from(job).where(isNull(job.retiredAt)),
  );
  expect(left).toEqual([touched]);
  const kept = await listImportRows(office, of("jobs"), ["kept"]);
  expect(kept.rows.map(({ reason }) => reason)).toEqual(["Pia Painter has worked on this since."]);
  const onHand = await inTransaction(office, ({ tx }) =>
    tx.select({ mg: sum(movement.massMg).mapWith(Number) }).from(movement),
  );
  const lots = await inTransaction(office, ({ tx }) =>
    tx.select({ rows: count() }).from(lot).where(isNull(lot.retiredAt)),
  );
  const powders = await inTransaction(office, ({ tx }) =>
    tx.select({ rows: count() }).from(powder).where(isNull(powder.retiredAt)),
  );
  expect([only(onHand).mg, only(lots).rows]).toEqual([0, 0]);
  expect(only(powders).rows).toBeLessThanOrEqual(1);
  const customers = await inTransaction(office, ({ tx }) =>
    tx.select({ rows: count() }).from(customer).where(isNull(customer.retiredAt)),
  );
  expect(only(customers).rows).toBe(1);
}, 300_000);

test("what did not go in comes back word for word with its reasons", async () => {
  const id = await upload("powder-inventory.csv");
  await answer(id, null);
  const { states } = await run(id);
  const table = await exportLeftRows(office, id);
  const rows = [];
  for await (const batch of table.batches) rows.push(...batch);
  expect(rows).toHaveLength(states.left);
  expect(rows.every(([reasons]) => String(reasons).length > 10)).toBe(true);
  expect(table.head.slice(0, 4)).toEqual(["Reasons", "Row", "Maker", "Code"]);
});

test("an import that is asked to stop keeps what went in and counts the rest as waiting", async () => {
  const id = await upload("customers.csv");
  await answerRecommended(office, { id });
  await runImport(office, { id });
  await cancelImport(office, { id });
  await bringInRows(office, { runId: id });
  const { run: ended, states } = await getImportProgress(office, id);
  expect(ended.state).toBe("cancelled");
  expect(states.imported).toBe(0);
  expect(states.waiting).toBeGreaterThan(300);
});

test("SECURITY 11: who may not import can neither read nor run one, nor see another shop's", async () => {
  const id = await upload("customers.csv");
  await expect(readImport(coater, id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(runImport(coater, { id })).rejects.toMatchObject({ code: "forbidden" });
  const other = await openRealShop("Other Shop");
  await expect(readImport(other.owner, id)).rejects.toMatchObject({ code: "not-found" });
  await expect(undoImport(other.owner, { id })).rejects.toMatchObject({ code: "not-found" });
});
