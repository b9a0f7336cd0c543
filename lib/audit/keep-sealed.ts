import "server-only";
import { followSpine } from "../live/follow-spine";
import { MOST_SEALED } from "./chain.mjs";
import { sealHistory } from "./seal-history";

/** Seals each shop's history as it grows, a second's events at a time, until the process ends. */
export const keepSealed = (): Promise<void> =>
  followSpine({
    // More than one seal covers are a backlog; the few that came meanwhile are the next second's.
    readOn: async (ctx) => (await sealHistory(ctx)) === MOST_SEALED,
    trouble: "the history could not be sealed",
    gatherMs: 1_000,
  });
