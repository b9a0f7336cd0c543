import "server-only";
import { and, eq } from "drizzle-orm";
import { importRun } from "@/db/schema/imports";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { storage } from "../files/storage";
import { openColourBook } from "./colour-book";
import { gatherFacts } from "./gather-facts";
import { type Guess, guessMapping, type Mapping } from "./guess-mapping";
import { type AnyJudgement, judgeSheet } from "./judge-sheet";
import { type ImportFile, type ReadChoices, readImportFile } from "./read-file";

export type ImportRun = typeof importRun.$inferSelect;

/** An import by its id. Refuses when there is none. */
export async function getRun(work: WorkContext, id: string): Promise<ImportRun> {
  const [run] = await work.tx
    .select()
    .from(importRun)
    .where(and(eq(importRun.shopId, work.shop.id), eq(importRun.id, id)));
  if (!run) throw new Refusal("not-found", "There is no such import.");
  return run;
}

/** As getRun, the row locked for a change. */
export async function lockRun(work: WorkContext, id: string): Promise<ImportRun> {
  const [run] = await work.tx
    .select()
    .from(importRun)
    .where(and(eq(importRun.shopId, work.shop.id), eq(importRun.id, id)))
    .for("update");
  if (!run) throw new Refusal("not-found", "There is no such import.");
  return run;
}

export type ReadImport = {
  run: ImportRun;
  file: ImportFile;
  guess: Guess;
  mapping: Mapping;
  judgement: AnyJudgement;
};

/** The dry run: an import's file read by its mapping and judged against the shop as it is now, with the answers given so far. */
export async function readImport(ctx: Context, id: string): Promise<ReadImport> {
  authorize(ctx, "imports.run");
  return inTransaction(ctx, async (work) => {
    const run = await getRun(work, id);
    return { run, ...(await judgeRun(work, run)) };
  });
}

export async function judgeRun(work: WorkContext, run: ImportRun) {
  const file = readImportFile(await storage().read(run.storageKey), run.choices as ReadChoices);
  const facts = await gatherFacts(work);
  const mapping = run.mapping as Mapping;
  const guess = guessMapping(file.sheets, mapping.kind, openColourBook(facts.powders));
  return { file, guess, mapping, judgement: judgeSheet(file.sheets, mapping, facts, run.answers) };
}
