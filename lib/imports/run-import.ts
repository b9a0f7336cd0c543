import "server-only";
import { and, eq } from "drizzle-orm";
import { importMapping, importRow, importRun } from "@/db/schema/imports";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { enqueue } from "../outbox/enqueue";
import { fieldLabels, fieldsNeeded } from "./fields";
import { type Mapping, rememberMapping } from "./guess-mapping";
import { judgeRun } from "./judge-run";
import type { AnyJudgement } from "./judge-sheet";
import { type ImportRun, lockRun } from "./read-import";

const rowsAtOnce = 500;

/**
 * Sets an import going in the background: every record of the file becomes a row with its verdict, so that nothing is
 * dropped uncounted. Rows that still wait for an answer are left out and listed. Refuses a mapping without its needed
 * columns and a question about the whole file without an answer.
 */
export async function runImport(ctx: Context, { id }: { id: string }): Promise<{ waiting: number }> {
  authorize(ctx, "imports.run");
  return inTransaction(ctx, async (work) => {
    const run = await lockRun(work, id);
    if (run.state !== "mapping") throw new Refusal("conflict", "This import has begun already.");
    const { judgement, mapping, guess } = await judgeRun(work, run);
    refuseUnready(mapping, judgement);
    const waiting = await keepRows(work, run, judgement);
    await remember(work, run, rememberMapping(guess.columns, mapping));
    await work.tx
      .update(importRun)
      .set({ state: "running", counts: judgement.counts, rowsInAll: judgement.rows.length })
      .where(and(eq(importRun.shopId, ctx.shop.id), eq(importRun.id, id)));
    recordEvent(work, { kind: "import.begun", subjectId: id, after: { file: run.fileName, rows: waiting } });
    await enqueue(work, "run-import", { shopId: ctx.shop.id, runId: id });
    return { waiting };
  });
}

function refuseUnready(mapping: Mapping, judgement: AnyJudgement): void {
  const missing = fieldsNeeded[mapping.kind].find(
    (group) => !group.some((field) => mapping.fields.includes(field)),
  );
  if (missing) {
    const names = missing.map((field) => fieldLabels[mapping.kind][field]).join(" or ");
    throw new Refusal("invalid", `Say which column holds ${names} first.`);
  }
  const open = judgement.questions.find((question) => question.scope === "file" && question.answer === null);
  if (open) throw new Refusal("invalid", `Answer this first: ${open.text}`);
}

async function keepRows(work: WorkContext, run: ImportRun, judgement: AnyJudgement): Promise<number> {
  const rows = judgement.rows.map((row) => ({
    shopId: work.shop.id,
    runId: run.id,
    row: row.row,
    verdict: row.verdict,
    state: row.verdict === "ok" ? ("waiting" as const) : ("left" as const),
    raw: row.raw,
    values: (row.values ?? {}) as Record<string, unknown>,
    problems: row.problems,
    made: [],
  }));
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await work.tx.insert(importRow).values(rows.slice(start, start + rowsAtOnce));
  }
  return rows.filter((row) => row.state === "waiting").length;
}

type Remembered = ReturnType<typeof rememberMapping>;

async function remember(work: WorkContext, run: ImportRun, columns: Remembered): Promise<void> {
  await work.tx
    .insert(importMapping)
    .values({ shopId: work.shop.id, kind: run.kind, signature: run.signature, columns })
    .onConflictDoUpdate({
      target: [importMapping.shopId, importMapping.kind, importMapping.signature],
      set: { columns },
    });
}
