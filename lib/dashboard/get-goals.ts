import "server-only";
import { authorize, type Context, inTransaction } from "../context";
import type { Goals } from "./input";
import { readGoals } from "./read-goals";

/** The shop's targets and working days, for who may set them. */
export async function getGoals(ctx: Context): Promise<Goals> {
  authorize(ctx, "goals.edit");
  return inTransaction(ctx, readGoals);
}
