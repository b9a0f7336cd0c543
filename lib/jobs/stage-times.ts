import type { StageKind } from "@/db/vocabulary";
import { comesBefore } from "./stages";

/** The clock marks of a job that entering a stage sets. */
export type StageTimes = {
  stageEnteredAt: Date;
  bookedAt: Date | null;
  receivedAt: Date | null;
  passedAt: Date | null;
  readyAt: Date | null;
  deliveredAt: Date | null;
};

export const timesOf = (job: StageTimes): StageTimes => ({
  stageEnteredAt: job.stageEnteredAt,
  bookedAt: job.bookedAt,
  receivedAt: job.receivedAt,
  passedAt: job.passedAt,
  readyAt: job.readyAt,
  deliveredAt: job.deliveredAt,
});

/** The marks after entering a stage; going back before inspection takes an earlier pass away. */
export function timesOnEntering(kind: StageKind, job: StageTimes, now: Date): StageTimes {
  const isTakenIn = comesBefore("quoted", kind) && kind !== "cancelled";
  return {
    stageEnteredAt: now,
    bookedAt: job.bookedAt ?? (isTakenIn ? now : null),
    receivedAt: job.receivedAt ?? (isTakenIn ? now : null),
    passedAt: comesBefore(kind, "inspecting") ? null : job.passedAt,
    readyAt: job.readyAt ?? (kind === "ready" || kind === "delivered" ? now : null),
    deliveredAt: kind === "delivered" ? now : null,
  };
}

/** The marks as an event kept them, for taking a move back; one that it does not know of stays. */
export function timesBefore(kept: Record<string, unknown>, now: StageTimes): StageTimes {
  const moment = (name: keyof StageTimes) => (typeof kept[name] === "string" ? new Date(kept[name]) : null);
  return {
    stageEnteredAt: moment("stageEnteredAt") ?? new Date(0),
    bookedAt: "bookedAt" in kept ? moment("bookedAt") : now.bookedAt,
    receivedAt: moment("receivedAt"),
    passedAt: moment("passedAt"),
    readyAt: moment("readyAt"),
    deliveredAt: moment("deliveredAt"),
  };
}
