import type { StageKind } from "@/db/vocabulary";

/** What each kind means: rules and numbers look at the kind, never at a stage's name. */
export const stageKindNames: Record<StageKind, { name: string; means: string }> = {
  quoted: { name: "Quoted", means: "Asked for, not yet here" },
  waiting: { name: "Waiting", means: "Here, nobody works on it" },
  working: { name: "Working", means: "Somebody works on it" },
  inspecting: { name: "Inspecting", means: "Nothing goes past it without a pass" },
  ready: { name: "Ready", means: "Done and waiting for pick-up" },
  delivered: { name: "Delivered", means: "Gone; the board shows its last 14 days" },
  cancelled: { name: "Cancelled", means: "Will not be done; not on the board" },
};
