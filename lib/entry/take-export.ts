import "server-only";
import { authorize, type MemberContext } from "../context";
import { takeTry, throttleKey } from "../people/throttle";

/** Lets a member take a list away as a file: refuses without the permission, and more than ten in a minute. */
export async function takeExport(ctx: MemberContext): Promise<void> {
  authorize(ctx, "lists.export");
  await takeTry(throttleKey("export", ctx.actor.id), { tries: 10, seconds: 60 });
}
