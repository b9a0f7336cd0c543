import "server-only";
import type { KeyContext } from "../context";
import { countTry, networkOf, throttleKey, tooMany } from "../people/throttle";

/** How often a key may ask, and how often anyone may show a key that is none. */
export const keyLimit = { tries: 600, seconds: 60 };
export const strangerLimit = { tries: 60, seconds: 60 };

/** Counts a request of a key; answers the headers that say what is left, and the refusal once nothing is. */
export async function takeRequest(ctx: KeyContext) {
  const { tries, resetsAt } = await countTry(throttleKey("api", ctx.actor.id), keyLimit.seconds, ctx.now);
  const left = Math.max(0, keyLimit.tries - tries);
  const seconds = Math.max(1, Math.ceil((resetsAt.getTime() - ctx.now.getTime()) / 1000));
  const headers = {
    "ratelimit-policy": `"key";q=${keyLimit.tries};w=${keyLimit.seconds}`,
    ratelimit: `"key";r=${left};t=${seconds}`,
  };
  return { headers, refusal: tries > keyLimit.tries ? tooMany(resetsAt, ctx.now) : null };
}

/** Counts a request without a valid key by its network. Refuses after sixty in a minute. */
export async function takeStranger(address: string, now = new Date()): Promise<void> {
  const { tries, resetsAt } = await countTry(
    throttleKey("api-stranger", networkOf(address)),
    strangerLimit.seconds,
    now,
  );
  if (tries > strangerLimit.tries) throw tooMany(resetsAt, now);
}
