import type { StageKind } from "@/db/vocabulary";

export type ShownStage = {
  id: string;
  name: string;
  customerName: string;
  kind: StageKind;
  position: number;
  isShownToCustomer: boolean;
};
export type Step = { name: string; stageIds: string[] };
/** What a customer sees of the way through the shop; `at` is the step their job stands in, counted from 0. */
export type JobProgress = { steps: Step[]; at: number };

/**
 * The steps the shop shows, and where a job stands in them. Neighbours of one name are one step; a hidden stage counts as
 * the shown one before it; "quoted" is a step only for a job that still is; null for a cancelled job.
 */
export function progressOf(stages: readonly ShownStage[], stageId: string): JobProgress | null {
  const current = stages.find((one) => one.id === stageId);
  if (!current || current.kind === "cancelled") return null;
  const steps: (Step & { from: number })[] = [];
  for (const stage of [...stages].sort((one, other) => one.position - other.position)) {
    if (!isStep(stage, current)) continue;
    const name = stage.customerName || stage.name;
    const last = steps.at(-1);
    if (last?.name === name) last.stageIds.push(stage.id);
    else steps.push({ name, stageIds: [stage.id], from: stage.position });
  }
  const own = steps.findIndex((one) => one.stageIds.includes(stageId));
  const before = steps.findLastIndex((one) => one.from <= current.position);
  const at = own >= 0 ? own : Math.max(0, before);
  return { steps: steps.map(({ name, stageIds }) => ({ name, stageIds })), at };
}

function isStep(stage: ShownStage, current: ShownStage): boolean {
  if (!stage.isShownToCustomer || stage.kind === "cancelled") return false;
  return stage.kind !== "quoted" || current.kind === "quoted";
}
