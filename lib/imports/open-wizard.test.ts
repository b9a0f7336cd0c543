import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { MemberContext } from "../context";
import { createCustomer } from "../customers/create-customer";
import { customerInput } from "../customers/input";
import { testDatabase } from "../testing/database";
import { openRealShop } from "../testing/real-shop";
import { answerQuestions, answerRecommended } from "./answer-questions";
import { changeMapping } from "./change-mapping";
import { readFixture } from "./fixtures/truth";
import { wizardInput } from "./input";
import { listImports } from "./list-imports";
import { openWizard, type WizardView } from "./open-wizard";
import { readImport } from "./read-import";
import { startImport } from "./start-import";

testDatabase();

let office: MemberContext;
beforeAll(async () => {
  ({ office } = await openRealShop());
});

async function upload(name: string, bytes: Uint8Array, by = office): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "upload-")), "body");
  await writeFile(path, bytes);
  const received = { path, bytes: bytes.length, sha256: "", head: Buffer.from(bytes.slice(0, 4100)) };
  return (await startImport(by, { name, kind: undefined }, received)).id;
}

const uploadText = (text: string) => upload("sheet.csv", Buffer.from(text));
const look = (id: string, view: Record<string, unknown> = {}) =>
  openWizard(office, id, wizardInput.parse(view) as WizardView);

const people =
  "Customer,Phone,E-mail\nAcme Railings,555 0100,acme@example.com\ntest test,,\nBirch Gate,,n/a\n,,\n";

test("a page of rows holds only the asked verdict, and the verdicts add up to the file", async () => {
  const id = await upload("job-log.csv", readFixture("job-log.csv"));
  const { counts } = await look(id);
  const { ok = 0, decide = 0, refuse = 0, furniture = 0, rowsInAll } = counts;
  expect(ok + decide + refuse + furniture).toBe(rowsInAll);
  const { rows } = await look(id, { step: "rows", verdict: "refuse" });
  expect(rows).toMatchObject({ verdict: "refuse", found: refuse });
  expect(rows?.rows.every((row) => row.problems.some(({ severity }) => severity === "refuse"))).toBe(true);
  const last = await look(id, { step: "rows", verdict: "decide", page: Math.ceil(decide / 50) });
  expect(last.rows?.rows).toHaveLength(decide % 50 || 50);
});

test("questions come by group, the widest first, and are found by what is typed", async () => {
  const id = await upload("job-log.csv", readFixture("job-log.csv"));
  const { asked, questions } = await look(id, { step: "questions" });
  expect(asked?.groups.map(({ total }) => total).reduce((a, b) => a + b)).toBe(questions.total);
  expect(asked?.group).toBe("customers");
  expect(asked?.questions).toHaveLength(40);
  const counts = asked?.questions.map(({ rowCount }) => rowCount) ?? [];
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  const colours = await look(id, { step: "questions", group: "colours", q: "SN974" });
  expect(colours.asked?.questions.map(({ typed }) => typed)).toEqual(["Norbond SN974G"]);
});

test("an answer moves its question to the answered ones and its row on, and back when it is cleared", async () => {
  const id = await uploadText(people);
  const before = await look(id, { step: "questions", group: "junk" });
  const [junk] = before.asked?.questions ?? [];
  expect(junk).toMatchObject({ typed: "test test", recommended: "leave-out" });
  await answerQuestions(office, { id, answers: { [junk?.id as string]: { option: "keep" } } });
  const after = await look(id, { step: "questions", group: "junk", show: "answered" });
  expect(after.asked?.questions.map(({ typed }) => typed)).toEqual(["test test"]);
  expect(after.counts.ok).toBe((before.counts.ok ?? 0) + 1);
  await answerQuestions(office, { id, answers: { [junk?.id as string]: null } });
  expect((await look(id)).counts).toEqual(before.counts);
});

test("a typed answer that cannot be read stays open and says so", async () => {
  const id = await uploadText(people);
  const { asked } = await look(id, { step: "questions", group: "emails" });
  const email = asked?.questions[0]?.id as string;
  await answerQuestions(office, { id, answers: { [email]: { option: "typed", value: "not an address" } } });
  const still = await look(id, { step: "questions", group: "emails" });
  expect(still.asked?.questions).toMatchObject([{ isUnread: true, typedLabel: "not an address" }]);
  expect(still.questions.open).toBe(2);
});

test("recommended answers are taken for one group, and the ids tell how to take them back", async () => {
  const id = await uploadText(people);
  const { answered } = await answerRecommended(office, { id, group: "junk" });
  expect(answered).toHaveLength(1);
  const { questions } = await look(id);
  expect(questions).toMatchObject({ total: 2, open: 1 });
});

test("another heading row or kind is guessed anew, in the sheet it is said of", async () => {
  const id = await uploadText(`Old list\n${people}`);
  expect(await look(id)).toMatchObject({ kind: "customers", headerAt: 1, missing: null });
  await changeMapping(office, { id, headerAt: null });
  const bare = await look(id);
  expect(bare.headerAt).toBeNull();
  expect(bare.columns?.map(({ header }) => header)).toEqual(["", "", ""]);
  await changeMapping(office, { id, headerAt: 1 });
  await changeMapping(office, { id, column: { at: 0, field: null } });
  const without = await look(id);
  expect(without.missing).toBe("Customer or Company or Contact or Last name");
  expect(without.columns?.[0]).toMatchObject({ field: null, confidence: null, filled: 2 });
  await changeMapping(office, { id, kind: "jobs" });
  expect((await look(id)).kind).toBe("jobs");
});

test("a sheet chosen in a workbook is read with columns of its own", async () => {
  const id = await upload("job-log.xlsx", readFixture("job-log.xlsx"));
  const { sheets, sheet } = await look(id);
  const other = sheets.findIndex((_, at) => at !== sheet);
  await changeMapping(office, { id, sheet: other });
  const chosen = await look(id);
  expect(chosen.sheet).toBe(other);
  expect(chosen.counts.rowsInAll).toBe(sheets[other]?.rows);
  await expect(changeMapping(office, { id, sheet: 99 })).rejects.toMatchObject({ code: "invalid" });
});

test("looking on serves the same judging until an answer or the shop changes", async () => {
  const id = await uploadText(people);
  const first = await readImport(office, id);
  expect((await readImport(office, id)).judgement).toBe(first.judgement);
  await createCustomer(office, customerInput.parse({ name: "Birch Gate" }));
  const second = await readImport(office, id);
  expect(second.judgement).not.toBe(first.judgement);
  expect(second.file).toBe(first.file);
  expect(second.judgement.questions.some(({ topic }) => topic === "customer-known")).toBe(true);
});

test("an import that was not set going counts no rows yet", async () => {
  const { imports } = await listImports(office);
  expect(imports.length).toBeGreaterThan(3);
  expect(imports[0]?.states).toEqual({ waiting: 0, imported: 0, left: 0, undone: 0, kept: 0 });
});
