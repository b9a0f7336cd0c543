import "server-only";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { importRun } from "@/db/schema/imports";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { storage } from "../files/storage";
import { openColourBook } from "./colour-book";
import { fieldsOf, fieldsOfMany } from "./fields";
import { gatherFacts } from "./gather-facts";
import { guessMapping, type Mapping } from "./guess-mapping";
import type { changeMappingInput } from "./input";
import { type ReadChoices, readImportFile } from "./read-file";
import { lockRun } from "./read-import";
import { signatureOf } from "./start-import";
import { doInTurns } from "./steps";

/**
 * Corrects how a file is read. With another kind, sheet, heading row, encoding or separator it is guessed anew; a field given to one column
 * leaves the column that had it. Refuses once rows are going in.
 */
export async function changeMapping(ctx: Context, input: z.output<typeof changeMappingInput>): Promise<void> {
  authorize(ctx, "imports.run");
  await inTransaction(ctx, async (work) => {
    const run = await lockRun(work, input.id);
    if (run.state !== "mapping")
      throw new Refusal("conflict", "This import has begun; its columns stay as they are.");
    const choices: ReadChoices = {
      ...(run.choices as ReadChoices),
      ...(input.encoding && { encoding: input.encoding }),
      ...(input.separator && { separator: input.separator }),
    };
    const { sheets } = await readImportFile(await storage().read(run.storageKey), choices);
    const facts = await gatherFacts(work);
    const before = run.mapping as Mapping;
    const { headerAt, encoding, separator } = input;
    const kind = input.kind ?? before.kind;
    const isReadAnew = kind !== before.kind || [input.sheet, headerAt, encoding, separator].some(isSaid);
    const sheet = input.sheet ?? (isSaid(headerAt) ? before.sheet : undefined);
    if (sheet !== undefined && !sheets[sheet]) throw new Refusal("invalid", "The file has no such sheet.");
    const guess = await doInTurns(
      guessMapping(sheets, kind, openColourBook(facts.powders), { sheet, headerAt }),
    );
    const base = isReadAnew ? guess.mapping : before;
    const mapping: Mapping = { ...base, fields: input.column ? give(base, input.column) : base.fields };
    await work.tx
      .update(importRun)
      .set({
        kind,
        mapping,
        choices: choices as Record<string, string>,
        signature: isReadAnew ? signatureOf(guess) : run.signature,
        rowsInAll: sheets[mapping.sheet]?.rows.length ?? 0,
        answers: isReadAnew ? {} : run.answers,
      })
      .where(and(eq(importRun.shopId, ctx.shop.id), eq(importRun.id, run.id)));
  });
}

const isSaid = (choice: unknown) => choice !== undefined;

function give(mapping: Mapping, { at, field }: { at: number; field: string | null }): (string | null)[] {
  const known: readonly string[] = fieldsOf[mapping.kind];
  if (at >= mapping.fields.length || (field !== null && !known.includes(field))) {
    throw new Refusal("invalid", "There is no such column or field.");
  }
  return mapping.fields.map((own, column) => {
    if (column === at) return field;
    return field !== null && own === field && !fieldsOfMany.has(field) ? null : own;
  });
}
