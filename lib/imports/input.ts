import { z } from "zod";
import { importKinds } from "@/db/vocabulary";
import { encodingChoices } from "./encodings";
import { questionGroups } from "./question-groups";

export const oneImportInput = z.object({ id: z.uuid() });

export const importsInput = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });

/** What the wizard's address asks to see; what makes no sense there is read as nothing. */
export const wizardInput = z.object({
  step: z.enum(["columns", "questions", "rows"]).catch("columns"),
  group: z.enum(questionGroups).optional().catch(undefined),
  q: z.string().max(100).catch(""),
  show: z.enum(["open", "answered"]).catch("open"),
  verdict: z.enum(["ok", "decide", "refuse", "furniture"]).catch("ok"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** What the page of an ended import asks to see. */
export const endedInput = z.object({
  rows: z.enum(["left", "waiting", "imported", "kept", "undone"]).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export const resumeImportInput = z.object({ id: z.uuid(), leavesRow: z.boolean().optional() });

export const recommendedInput = z.object({
  id: z.uuid(),
  group: z.enum(questionGroups).optional(),
});

export const changeMappingInput = z.object({
  id: z.uuid(),
  kind: z.enum(importKinds).optional(),
  sheet: z.number().int().min(0).max(500).optional(),
  headerAt: z.number().int().min(0).max(1000).nullable().optional(),
  /** One column's field; null leaves the column with the row as it came. */
  column: z.object({ at: z.number().int().min(0).max(500), field: z.string().max(40).nullable() }).optional(),
  encoding: z.enum(encodingChoices).optional(),
  separator: z.enum([",", ";", "\t", "|"]).optional(),
});

export const answerInput = z.object({
  id: z.uuid(),
  answers: z.record(
    z.string().max(500),
    z.object({ option: z.string().max(300), value: z.string().max(500).optional() }).nullable(),
  ),
});
