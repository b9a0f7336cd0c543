import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { importMapping, importRun } from "@/db/schema/imports";
import { importKinds } from "@/db/vocabulary";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";
import { newKey } from "../files/add-file";
import type { Received } from "../files/receive-body";
import { storage } from "../files/storage";
import { recordEvent } from "../history/record-event";
import { openColourBook } from "./colour-book";
import { gatherFacts } from "./gather-facts";
import { applyRemembered, type Guess, guessMapping, headingsSignature, type Mapping } from "./guess-mapping";
import { readImportFile } from "./read-file";
import { doInTurns } from "./steps";

export const startImportInput = z.object({
  name: z.string().trim().min(1).max(255).catch("file"),
  kind: z.enum(importKinds).optional().catch(undefined),
});

/** Keeps an uploaded sheet and guesses what it is, or remembers how the shop mapped the same columns before. Refuses what cannot be read. */
export async function startImport(
  ctx: Context,
  input: z.output<typeof startImportInput>,
  received: Received,
): Promise<{ id: string }> {
  authorize(ctx, "imports.run");
  const storageKey = newKey(ctx.shop.id);
  await storage().put(storageKey, received.path);
  let isKept = false;
  try {
    const { sheets } = await readImportFile(await storage().read(storageKey));
    const started = await inTransaction(ctx, async (work) => {
      const facts = await gatherFacts(work);
      const guess = await doInTurns(guessMapping(sheets, input.kind, openColourBook(facts.powders)));
      const signature = signatureOf(guess);
      const mapping = await recall(work, guess, signature);
      const [made] = await work.tx
        .insert(importRun)
        .values({
          shopId: ctx.shop.id,
          kind: mapping.kind,
          fileName: input.name,
          storageKey,
          signature,
          mapping,
          choices: {},
          answers: {},
          state: "mapping",
          counts: {},
          rowsInAll: sheets[mapping.sheet]?.rows.length ?? 0,
          memberId: ctx.actor.kind === "member" ? ctx.actor.id : null,
          createdAt: ctx.now,
        })
        .returning({ id: importRun.id });
      const id = made?.id as string;
      recordEvent(work, {
        kind: "import.started",
        subjectId: id,
        after: { file: input.name, kind: mapping.kind },
      });
      return { id };
    });
    isKept = true;
    return started;
  } finally {
    if (!isKept) await storage().remove(storageKey);
  }
}

export const signatureOf = ({ mapping, columns }: Guess): string =>
  headingsSignature(
    mapping.kind,
    columns.map(({ header }) => header),
  );

/** The guess, with the fields that the shop chose for the same headings before. */
async function recall(work: WorkContext, guess: Guess, signature: string): Promise<Mapping> {
  const [known] = await work.tx
    .select({ columns: importMapping.columns })
    .from(importMapping)
    .where(
      and(
        eq(importMapping.shopId, work.shop.id),
        eq(importMapping.kind, guess.mapping.kind),
        eq(importMapping.signature, signature),
      ),
    );
  return known ? applyRemembered(guess, known.columns).mapping : guess.mapping;
}
