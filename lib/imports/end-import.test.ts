import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, asc, count, eq, isNull, sum } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { customer } from "@/db/schema/customers";
import { event } from "@/db/schema/history";
import { type ImportRowState, importRow, type MadeThing } from "@/db/schema/imports";
import { movement } from "@/db/schema/powders";
import { inTransaction, type MemberContext } from "../context";
import { storage } from "../files/storage";
import { sweepFiles } from "../files/sweep-files";
import { boss } from "../outbox/boss";
import { testDatabase } from "../testing/database";
import { queued, releaseQueues } from "../testing/outbox";
import { openRealShop } from "../testing/real-shop";
import { answerRecommended } from "./answer-questions";
import { bringInRows } from "./bring-in-rows";
import { cancelImport } from "./cancel-import";
import { discardImport } from "./discard-import";
import { failImport } from "./fail-import";
import { readFixture } from "./fixtures/truth";
import { getImportProgress, listImports } from "./list-imports";
import { resumeImport } from "./resume-import";
import { runImport } from "./run-import";
import { startImport } from "./start-import";
import { undoImport } from "./undo-import";
import { undoRows } from "./undo-rows";

testDatabase();
releaseQueues();

let office: MemberContext;
let coater: MemberContext;
beforeAll(async () => {
  ({ office, coater } = await openRealShop());
});

let uploads = 0;
/** Five customers with names that no other upload has, from row 2 on. */
async function upload(): Promise<string> {
  uploads++;
  const names = ["Acme", "Birch", "Cedar", "Delta", "Ember"].map((name) => `${name} ${"x".repeat(uploads)}`);
  return uploadBytes(Buffer.from(`Customer,Phone\n${names.map((name) => `${name},`).join("\n")}\n`), office);
}

async function uploadBytes(bytes: Uint8Array, by: MemberContext): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "upload-")), "body");
  await writeFile(path, bytes);
  const received = { path, bytes: bytes.length, sha256: "", head: Buffer.from(bytes.slice(0, 4100)) };
  return (await startImport(by, { name: "people.csv", kind: undefined }, received)).id;
}

async function imported(): Promise<string> {
  const id = await upload();
  await runImport(office, { id });
  await bringInRows(office, { runId: id });
  return id;
}

/** Makes a row such that the work throws at it, as a fault of the program would; the answer mends it. */
async function breakRow(id: string, row: number, by = office): Promise<() => Promise<void>> {
  const at = and(eq(importRow.shopId, by.shop.id), eq(importRow.runId, id), eq(importRow.row, row));
  const write = (values: Record<string, unknown>, made: MadeThing[]) =>
    inTransaction(by, async ({ tx }) => void (await tx.update(importRow).set({ values, made }).where(at)));
  const [whole] = await inTransaction(by, ({ tx }) => tx.select().from(importRow).where(at));
  await write({}, [{ noun: "lot", id: "no id" }]);
  return () => write(whole?.values ?? {}, whole?.made ?? []);
}

const progressOf = async (id: string, by = office) => {
  const { run, states } = await getImportProgress(by, id);
  return { state: run.state, error: run.error, ...states };
};
const eventsOf = (id: string) =>
  inTransaction(office, async ({ tx }) => {
    const rows = await tx.select().from(event).where(eq(event.subjectId, id)).orderBy(asc(event.seq));
    return rows.map(({ kind }) => kind);
  });
const states = (known: Partial<Record<ImportRowState, number>>) => ({
  ...{ waiting: 0, imported: 0, left: 0, undone: 0, kept: 0 },
  ...known,
});

test("an upload that was never brought in is discarded with its file, and the history says so", async () => {
  const id = await upload();
  const { run } = await getImportProgress(office, id);
  await storage().read(run.storageKey);
  await discardImport(office, { id });
  await expect(getImportProgress(office, id)).rejects.toMatchObject({ code: "not-found" });
  await expect(storage().read(run.storageKey)).rejects.toMatchObject({ code: "ENOENT" });
  expect((await listImports(office)).imports.map((line) => line.id)).not.toContain(id);
  expect(await eventsOf(id)).toEqual(["import.started", "import.discarded"]);
});

test("an import that runs or has ended cannot be discarded, nor by who may not import", async () => {
  const id = await upload();
  await expect(discardImport(coater, { id })).rejects.toMatchObject({ code: "forbidden" });
  const { owner } = await openRealShop("Other Shop");
  await expect(discardImport(owner, { id })).rejects.toMatchObject({ code: "not-found" });
  await runImport(office, { id });
  await expect(discardImport(office, { id })).rejects.toMatchObject({ code: "conflict" });
  await bringInRows(office, { runId: id });
  await expect(discardImport(office, { id })).rejects.toMatchObject({ code: "conflict" });
});

test("the sweep lets an upload be for as long as its import stands", async () => {
  const id = await upload();
  const { run } = await getImportProgress(office, id);
  await sweepFiles({ ...office, now: new Date(Date.now() + 25 * 60 * 60 * 1000) });
  expect((await storage().read(run.storageKey)).byteLength).toBeGreaterThan(0);
});

test("work that was given up marks its import as failed by itself", async () => {
  const id = await upload();
  await runImport(office, { id });
  const queue = await boss();
  const told = { shopId: office.shop.id, runId: id };
  for (let tries = 1; ; tries++) {
    const [chore] = await queue.fetch("run-import", { ignoreStartAfter: true });
    if (!chore) break;
    expect(await queued("fail-import")).not.toContainEqual(told);
    await queue.fail("run-import", chore.id, { message: `try ${tries}` });
  }
  expect(await queued("fail-import")).toContainEqual(told);
});

test("an import that fails keeps and counts what went in, says so, and goes on where it stopped", async () => {
  const id = await upload();
  await runImport(office, { id });
  const mend = await breakRow(id, 4);
  await expect(bringInRows(office, { runId: id })).rejects.toThrow(TypeError);
  expect(await progressOf(id)).toMatchObject({ state: "running" });
  await failImport(office, { runId: id });
  expect(await progressOf(id)).toEqual({
    state: "failed",
    error:
      "Bringing it in stopped at row 4: something went wrong in Coatyard, not in your file. What went in before is kept.",
    ...states({ imported: 2, waiting: 3 }),
  });
  await mend();
  await expect(resumeImport(coater, { id })).rejects.toMatchObject({ code: "forbidden" });
  await resumeImport(office, { id });
  await bringInRows(office, { runId: id });
  expect(await progressOf(id)).toEqual({ state: "done", error: "", ...states({ imported: 5 }) });
  expect(await eventsOf(id)).toEqual([
    ...["import.started", "import.begun", "import.failed", "import.resumed", "import.ended"],
  ]);
});

test("an import goes on without the row it fails at", async () => {
  const id = await upload();
  await runImport(office, { id });
  await breakRow(id, 3);
  await expect(bringInRows(office, { runId: id })).rejects.toThrow();
  await failImport(office, { runId: id });
  await resumeImport(office, { id, leavesRow: true });
  await bringInRows(office, { runId: id });
  expect(await progressOf(id)).toMatchObject({ state: "done", ...states({ imported: 4, left: 1 }) });
});

test("a failed import is undone like another, and one that has ended is failed by nothing", async () => {
  const id = await upload();
  await runImport(office, { id });
  await breakRow(id, 5);
  await expect(bringInRows(office, { runId: id })).rejects.toThrow();
  await failImport(office, { runId: id });
  await undoImport(office, { id });
  await undoRows(office, { runId: id });
  await failImport(office, { runId: id });
  expect(await progressOf(id)).toMatchObject({ state: "undone", ...states({ undone: 3, left: 2 }) });
});

test("an import that was stopped goes on, and not once it was to be taken back", async () => {
  const id = await upload();
  await runImport(office, { id });
  await cancelImport(office, { id });
  await bringInRows(office, { runId: id });
  await resumeImport(office, { id });
  await expect(resumeImport(office, { id })).rejects.toMatchObject({ code: "conflict" });
  await bringInRows(office, { runId: id });
  expect(await progressOf(id)).toMatchObject({ state: "done", imported: 5 });
  await expect(resumeImport(office, { id })).rejects.toMatchObject({ code: "conflict" });

  const half = await upload();
  await runImport(office, { id: half });
  await breakRow(half, 4);
  await expect(bringInRows(office, { runId: half })).rejects.toThrow();
  await failImport(office, { runId: half });
  await undoImport(office, { id: half });
  await breakRow(half, 2);
  await expect(undoRows(office, { runId: half })).rejects.toThrow();
  await failImport(office, { runId: half });
  await expect(resumeImport(office, { id: half })).rejects.toMatchObject({ code: "conflict" });
});

test("an undo that is asked to stop keeps the rest in, and takes it back when asked again", async () => {
  const id = await imported();
  await undoImport(office, { id });
  const mend = await breakRow(id, 4);
  await expect(undoRows(office, { runId: id })).rejects.toThrow();
  expect(await progressOf(id)).toMatchObject({ state: "undoing", ...states({ imported: 3, undone: 2 }) });
  await cancelImport(office, { id });
  await undoRows(office, { runId: id });
  expect(await progressOf(id)).toMatchObject({ state: "cancelled", ...states({ imported: 3, undone: 2 }) });
  await mend();
  await undoImport(office, { id });
  await undoRows(office, { runId: id });
  expect(await progressOf(id)).toMatchObject({ state: "undone", ...states({ undone: 5 }) });
  expect((await eventsOf(id)).slice(-4)).toEqual([
    ...["import.undo-begun", "import.undo-stopped", "import.undo-begun", "import.undone"],
  ]);
});

test("an undo that fails for good says where, and what was taken back stays so", async () => {
  const id = await imported();
  await undoImport(office, { id });
  await breakRow(id, 5);
  await expect(undoRows(office, { runId: id })).rejects.toThrow();
  await failImport(office, { runId: id });
  expect(await progressOf(id)).toEqual({
    state: "failed",
    error:
      "Taking it back stopped at row 5: something went wrong in Coatyard, not in your file. What was taken back stays so.",
    ...states({ imported: 4, undone: 1 }),
  });
});

test("an undo taken up again and by two workers at once takes each thing back once", async () => {
  const { office: other } = await openRealShop("Powder Shop");
  const id = await uploadBytes(readFixture("powder-inventory.csv"), other);
  await answerRecommended(other, { id });
  await runImport(other, { id });
  await bringInRows(other, { runId: id });
  const before = await progressOf(id, other);
  const lines = () =>
    inTransaction(other, async ({ tx }) => {
      const [all] = await tx
        .select({ rows: count(), mg: sum(movement.massMg).mapWith(Number) })
        .from(movement);
      return all ?? { rows: 0, mg: 0 };
    });
  const { rows } = await lines();
  expect(rows).toBeGreaterThan(20);

  await undoImport(other, { id });
  const [middle] = await inTransaction(other, ({ tx }) =>
    tx
      .select({ row: importRow.row })
      .from(importRow)
      .where(and(eq(importRow.runId, id), eq(importRow.state, "imported")))
      .orderBy(asc(importRow.row))
      .offset(20)
      .limit(1),
  );
  const mend = await breakRow(id, middle?.row as number, other);
  await expect(undoRows(other, { runId: id })).rejects.toThrow();
  expect((await progressOf(id, other)).undone).toBeGreaterThan(20);
  await mend();
  await Promise.all([undoRows(other, { runId: id }), undoRows(other, { runId: id })]);
  await undoRows(other, { runId: id });
  const after = await progressOf(id, other);
  expect(after).toMatchObject({ state: "undone", imported: 0, kept: 0, undone: before.imported });
  expect(await lines()).toEqual({ rows: 2 * rows, mg: 0 });
  const undone = await inTransaction(other, ({ tx }) =>
    tx.select({ rows: count() }).from(event).where(eq(event.kind, "import.undone")),
  );
  expect(undone).toEqual([{ rows: 1 }]);
}, 120_000);

test("an import taken up by two workers at once makes each customer once", async () => {
  const id = await upload();
  await runImport(office, { id });
  const held = () =>
    inTransaction(office, ({ tx }) =>
      tx.select({ rows: count() }).from(customer).where(isNull(customer.retiredAt)),
    );
  const [before] = await held();
  await Promise.all([bringInRows(office, { runId: id }), bringInRows(office, { runId: id })]);
  expect(await progressOf(id)).toMatchObject({ state: "done", imported: 5 });
  expect((await held())[0]?.rows).toBe((before?.rows ?? 0) + 5);
});
