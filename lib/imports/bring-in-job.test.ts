import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asc } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { job } from "@/db/schema/jobs";
import { inTransaction, type MemberContext } from "../context";
import { testDatabase } from "../testing/database";
import { openRealShop } from "../testing/real-shop";
import { answerQuestions, answerRecommended } from "./answer-questions";
import { bringInRows } from "./bring-in-rows";
import { readImport } from "./read-import";
import { runImport } from "./run-import";
import { startImport } from "./start-import";

testDatabase();

let office: MemberContext;
beforeAll(async () => {
  ({ office } = await openRealShop());
});

const log = `Job #,Received,Due,Customer,Parts,Status
7001,11/20/2024,11/25/2024,Acme Railings,gate,delivered
7002,,,Acme Railings,rail,delivered
7003,11/21/2024,,Acme Railings,stair,delivered
7004,11/22/2024,11/30/2024,Acme Railings,fence,received
`;

test("a job delivered long ago keeps its old days, and one whose papers name none gets none", async () => {
  const path = join(await mkdtemp(join(tmpdir(), "upload-")), "body");
  const bytes = Buffer.from(log);
  await writeFile(path, bytes);
  const { id } = await startImport(
    office,
    { name: "log.csv", kind: "jobs" },
    { path, bytes: bytes.length, sha256: "", head: bytes },
  );
  await answerRecommended(office, { id });
  const { judgement } = await readImport(office, id);
  const open = judgement.questions.filter(({ answer }) => answer === null);
  await answerQuestions(office, {
    id,
    answers: Object.fromEntries(open.map((question) => [question.id, { option: "blank" }])),
  });
  await runImport(office, { id });
  await bringInRows(office, { runId: id });
  const jobs = await inTransaction(office, ({ tx }) =>
    tx
      .select({ number: job.number, received: job.receivedAt, delivered: job.deliveredAt })
      .from(job)
      .orderBy(asc(job.number)),
  );
  const days = jobs.map(({ number, received, delivered }) => [
    number,
    received?.toISOString().slice(0, 10) ?? null,
    delivered?.toISOString().slice(0, 10) ?? null,
  ]);
  expect(days).toEqual([
    [7001, "2024-11-20", "2024-11-25"],
    [7002, null, null],
    [7003, "2024-11-21", "2024-11-21"],
    [7004, "2024-11-22", null],
  ]);
});
