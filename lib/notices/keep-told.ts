import "server-only";
import type { Context, SystemActor } from "../context";
import { followSpine } from "../live/follow-spine";
import { Untold } from "./put-aside";
import { tellCustomers } from "./tell-customers";

const mostTries = 5;

/** What each shop's reader stopped at, and how often. */
const stopped = new Map<string, { at: Untold; tries: number }>();

/** Writes the mails that each shop's history calls for, as it grows, until the process ends. */
export const keepTold = (): Promise<void> =>
  followSpine({ readOn: tellOn, trouble: "notices could not be written", gatherMs: 150, againMs: 5_000 });

/** Reads on in a shop's history; after some tries what it fails at is put aside. Resolves to whether there is more. */
export async function tellOn(ctx: Context<SystemActor>): Promise<boolean> {
  const last = stopped.get(ctx.shop.id);
  const aside = last && last.tries >= mostTries ? last.at : undefined;
  try {
    const isMore = await tellCustomers(ctx, aside);
    stopped.delete(ctx.shop.id);
    return isMore;
  } catch (error) {
    if (error instanceof Untold) {
      const tries = last?.at.seq === error.seq ? last.tries + 1 : 1;
      stopped.set(ctx.shop.id, { at: error, tries });
    }
    throw error;
  }
}
