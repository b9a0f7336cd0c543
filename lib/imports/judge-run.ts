import "server-only";
import { createHash } from "node:crypto";
import { and, desc, eq, sql } from "drizzle-orm";
import { event } from "@/db/schema/history";
import type { importRun } from "@/db/schema/imports";
import type { WorkContext } from "../context";
import { storage } from "../files/storage";
import { todayIn } from "../jobs/due";
import { openColourBook } from "./colour-book";
import { gatherFacts } from "./gather-facts";
import { type Guess, guessMapping, type Mapping } from "./guess-mapping";
import { type AnyJudgement, judgeSheet } from "./judge-sheet";
import type { ShopFacts } from "./judgement";
import { type ImportFile, type ReadChoices, readImportFile } from "./read-file";
import { doInTurns } from "./steps";

export type JudgedImport = {
  file: ImportFile;
  guess: Guess;
  mapping: Mapping;
  judgement: AnyJudgement;
  facts: ShopFacts;
};

type Kept = {
  fileKey: string;
  file: Promise<ImportFile>;
  key: string;
  judged: Promise<JudgedImport>;
  timer: NodeJS.Timeout;
};

const mostKept = 4;
const keptMs = 5 * 60_000;
const kept = new Map<string, Kept>();

/**
 * An import's file read and judged, in turns with whatever else the process has to do. Looking on changes nothing, so the
 * last judging is kept a few minutes and serves as long as mapping, answers and day are the same and the shop's spine has
 * not moved; who asks while it is under way waits for the same one.
 */
export async function judgeRun(work: WorkContext, run: typeof importRun.$inferSelect): Promise<JudgedImport> {
  const fileKey = JSON.stringify([run.storageKey, run.choices]);
  const key = await stateKey(work, run);
  const known = kept.get(run.id);
  if (known?.key === key) return known.judged;
  const file = known?.fileKey === fileKey ? known.file : readRunFile(run);
  const judged = judge(work, run, file);
  keep(run.id, { fileKey, file, key, judged });
  judged.catch(() => kept.get(run.id)?.judged === judged && kept.delete(run.id));
  return judged;
}

async function readRunFile(run: typeof importRun.$inferSelect): Promise<ImportFile> {
  return readImportFile(await storage().read(run.storageKey), run.choices as ReadChoices);
}

async function judge(
  work: WorkContext,
  run: typeof importRun.$inferSelect,
  reading: Promise<ImportFile>,
): Promise<JudgedImport> {
  const [file, facts] = await Promise.all([reading, gatherFacts(work)]);
  const mapping = run.mapping as Mapping;
  const book = openColourBook(facts.powders);
  const guess = await doInTurns(guessMapping(file.sheets, mapping.kind, book, mapping));
  const judgement = await doInTurns(judgeSheet(file.sheets, mapping, facts, run.answers));
  return { file, guess, mapping, judgement, facts };
}

/** Events that change what rows are judged against; a job that moves is none. */
const factKinds = "^(customer|contact|powder|lot|stage|shop|import)[.]|^job[.]created$";

async function stateKey(work: WorkContext, run: typeof importRun.$inferSelect): Promise<string> {
  const { id, currency, units, timeZone } = work.shop;
  const [newest] = await work.tx
    .select({ seq: event.seq })
    .from(event)
    .where(and(eq(event.shopId, id), sql`${event.kind} ~ ${factKinds}`))
    .orderBy(desc(event.seq))
    .limit(1);
  const state = [
    newest?.seq,
    todayIn(timeZone, work.now),
    currency,
    units,
    run.storageKey,
    run.choices,
    run.mapping,
    run.answers,
  ];
  return createHash("sha1").update(JSON.stringify(state)).digest("hex");
}

function keep(id: string, read: Omit<Kept, "timer">): void {
  clearTimeout(kept.get(id)?.timer);
  kept.delete(id);
  for (const [oldest, { timer }] of [...kept].slice(0, Math.max(0, kept.size - mostKept + 1))) {
    clearTimeout(timer);
    kept.delete(oldest);
  }
  kept.set(id, { ...read, timer: setTimeout(() => kept.delete(id), keptMs).unref() });
}
