import "server-only";
import type { MemberContext } from "../context";
import { takeTry, throttleKey } from "../people/throttle";

/** Lets a member search as they type: refuses more than four a second over a minute. */
export async function takeSearch(ctx: MemberContext): Promise<void> {
  await takeTry(throttleKey("search", ctx.actor.id), { tries: 240, seconds: 60 });
}
