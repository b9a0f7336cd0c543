import type { StageKind } from "@/db/vocabulary";
import { comesBefore, isOpen } from "../jobs/stages";

type Placed = { kind: StageKind; position: number };

/** Where a new stage of a kind stands: after the last one whose kind comes no later. */
export function placeForKind(stages: Placed[], kind: StageKind): number {
  const before = stages.filter((one) => !comesBefore(kind, one.kind));
  return Math.max(0, ...before.map((one) => one.position)) + 1;
}

type Named = { id: string; name: string; kind: StageKind };

/** Why the board cannot do without a stage's kind, or null: jobs must have somewhere to wait or be worked on, and an end. */
export function refuseWithout(stages: Named[], leaving: Named): string | null {
  const others = stages.filter((one) => one.id !== leaving.id);
  if (!others.some((one) => one.kind === "delivered")) {
    return `${leaving.name} is the only stage that delivers. Jobs need one to end in.`;
  }
  if (!others.some((one) => isOpen(one.kind) && one.kind !== "quoted")) {
    return `${leaving.name} is the only stage with work in it. New jobs need one to start in.`;
  }
  return null;
}
