import "server-only";
import type { Context, SystemActor } from "../context";
import { followSpine } from "../live/follow-spine";
import { findDemoProgress } from "../people/find-demo-progress";
import { raiseAlerts } from "./raise-alerts";

/** Looks for alerts in a shop after what happens there, and every minute for what time alone brings. */
export const watchAlerts = (): Promise<void> =>
  followSpine({ readOn: look, trouble: "alerts could not be looked for", gatherMs: 1_000 });

async function look(ctx: Context<SystemActor>): Promise<false> {
  // A demo shop's jobs are all late until its past has come up to today.
  if (!(await findDemoProgress(ctx))) await raiseAlerts(ctx);
  return false;
}
