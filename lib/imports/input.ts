import { z } from "zod";
import { importKinds } from "@/db/vocabulary";

export const oneImportInput = z.object({ id: z.uuid() });

export const changeMappingInput = z.object({
  id: z.uuid(),
  kind: z.enum(importKinds).optional(),
  sheet: z.number().int().min(0).max(500).optional(),
  headerAt: z.number().int().min(0).max(1000).nullable().optional(),
  /** One column's field; null leaves the column with the row as it came. */
  column: z.object({ at: z.number().int().min(0).max(500), field: z.string().max(40).nullable() }).optional(),
  encoding: z.enum(["utf-8", "windows-1252"]).optional(),
  separator: z.enum([",", ";", "\t", "|"]).optional(),
});

export const answerInput = z.object({
  id: z.uuid(),
  answers: z.record(
    z.string().max(500),
    z.object({ option: z.string().max(300), value: z.string().max(500).optional() }).nullable(),
  ),
});
