import { z } from "zod";
import { stageKinds } from "@/db/vocabulary";

const name = z.string().trim().min(1, "Name the stage.").max(40, "At most 40 characters.");
const wipLimit = z.number().int("Whole jobs only.").min(1, "At least one job.").max(10_000).nullable();

export const newStageInput = z.object({ name, kind: z.enum(stageKinds), wipLimit: wipLimit.default(null) });
export type NewStageInput = z.output<typeof newStageInput>;

export const stageChangeInput = z.object({ id: z.uuid(), name, kind: z.enum(stageKinds), wipLimit });
export type StageChangeInput = z.output<typeof stageChangeInput>;

export const stageOrderInput = z.object({ ids: z.array(z.uuid()).min(1).max(60) });
export type StageOrderInput = z.output<typeof stageOrderInput>;

export const stageChoice = z.object({ id: z.uuid() });
