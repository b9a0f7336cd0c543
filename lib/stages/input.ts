import { z } from "zod";
import { stageKinds } from "@/db/vocabulary";

const name = z.string().trim().min(1, "Name the stage.").max(40, "At most 40 characters.");
const wipLimit = z.number().int("Whole jobs only.").min(1, "At least one job.").max(10_000).nullable();

/** What the portal calls it; empty: by its own name. */
const customerName = z.string().trim().max(40, "At most 40 characters.");

export const newStageInput = z.object({
  name,
  kind: z.enum(stageKinds),
  wipLimit: wipLimit.default(null),
  requiresProof: z.boolean().default(false),
  isShownToCustomer: z.boolean().default(true),
  customerName: customerName.default(""),
});
export type NewStageInput = z.output<typeof newStageInput>;

/** What is not named stays as it is. */
export const stageChangeInput = z.object({
  id: z.uuid(),
  name,
  kind: z.enum(stageKinds),
  wipLimit,
  requiresProof: z.boolean().optional(),
  isShownToCustomer: z.boolean().optional(),
  customerName: customerName.optional(),
});
export type StageChangeInput = z.output<typeof stageChangeInput>;

export const stageOrderInput = z.object({ ids: z.array(z.uuid()).min(1).max(60) });
export type StageOrderInput = z.output<typeof stageOrderInput>;

export const stageChoice = z.object({ id: z.uuid() });
