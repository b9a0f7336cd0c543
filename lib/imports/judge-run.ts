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

export type JudgedImport = {
  file: ImportFile;
  guess: Guess;
  mapping: Mapping;
  judgement: AnyJudgement;
  facts: ShopFacts;
};

type Kept = { fileKey: string; file: ImportFile; key: string; judged: JudgedImport; timer: NodeJS.Timeout };

const mostKept = 4;
const keptMs = 5 * 60_000;
const kept = new Map<string, Kept>();

/**
 * An import's file read and judged. Looking on changes nothing, so the last judging is kept a few minutes and serves as
 * long as mapping, answers and day are the same and the shop's spine has not moved.
 */
export async function judgeRun(work: WorkContext, run: typeof importRun.$inferSelect): Promise<JudgedImport> {
  const known = kept.get(run.id);
  const fileKey = JSON.stringify([run.storageKey, run.choices]);
  const key = await stateKey(work, run);
  if (known?.key === key) return known.judged;
  const isSameFile = known?.fileKey === fileKey;
  const file = isSameFile
    ? known.file
    : readImportFile(await storage().read(run.storageKey), run.choices as ReadChoices);
  const facts = await gatherFacts(work);
  const mapping = run.mapping as Mapping;
  const guess = guessMapping(file.sheets, mapping.kind, openColourBook(facts.powders), mapping);
  const judgement = judgeSheet(file.sheets, mapping, facts, run.answers);
  const judged = { file, guess, mapping, judgement, facts };
  keep(run.id, { fileKey, file, key, judged });
  return judged;
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
