import "server-only";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { importRun } from "@/db/schema/imports";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { takeRecommended } from "./docket";
import type { answerInput, recommendedInput } from "./input";
import { judgeRun } from "./judge-run";
import { groupOf } from "./question-groups";
import { lockRun } from "./read-import";

/** Keeps answers to an import's questions; null takes an answer back. Refuses once rows are going in. */
export async function answerQuestions(ctx: Context, input: z.output<typeof answerInput>): Promise<void> {
  authorize(ctx, "imports.run");
  await inTransaction(ctx, async (work) => {
    const run = await lockRun(work, input.id);
    if (run.state !== "mapping")
      throw new Refusal("conflict", "This import has begun; its answers stay as they are.");
    const answers = { ...run.answers };
    for (const [id, answer] of Object.entries(input.answers)) {
      if (answer === null) delete answers[id];
      else answers[id] = answer;
    }
    await work.tx
      .update(importRun)
      .set({ answers })
      .where(and(eq(importRun.shopId, ctx.shop.id), eq(importRun.id, run.id)));
  });
}

/** Takes what is recommended for every question, or every one of a group, that has no answer yet. Resolves to the ids of those answered, so that it can be taken back. */
export async function answerRecommended(
  ctx: Context,
  { id, group }: z.output<typeof recommendedInput>,
): Promise<{ answered: string[] }> {
  authorize(ctx, "imports.run");
  return inTransaction(ctx, async (work) => {
    const run = await lockRun(work, id);
    const { judgement } = await judgeRun(work, run);
    const open = judgement.questions.filter(
      (question) => question.answer === null && (group === undefined || groupOf(question) === group),
    );
    const answers = takeRecommended(open);
    await answerQuestions(work, { id, answers });
    return { answered: Object.keys(answers) };
  });
}
