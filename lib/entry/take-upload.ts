import "server-only";
import type { MemberContext } from "../context";
import { takeTry, throttleKey } from "../people/throttle";

/** Lets a member upload a file: refuses more than five hundred in ten minutes. */
export async function takeUpload(ctx: MemberContext): Promise<void> {
  await takeTry(throttleKey("upload", ctx.actor.id), { tries: 500, seconds: 600 });
}
