import "server-only";
import { randomUUID } from "node:crypto";
import { authorize, inTransaction, type MemberContext } from "../context";
import type { NoticeWordsInput } from "../messages/input";
import { ownLink } from "../messages/own-link";
import { queueMessage } from "../messages/queue-message";
import { writeNotice } from "../messages/write-notice";
import { getEmailOf } from "../people/get-email-of";
import { takeTry, throttleKey } from "../people/throttle";
import { readSample } from "./get-sample";

const testsAnHour = { tries: 30, seconds: 3600 };

/** Mails a notice as it is being worded to whoever words it, filled in from a real job. Refuses too many an hour. */
export async function sendTestNotice(ctx: MemberContext, typed: NoticeWordsInput): Promise<{ to: string }> {
  authorize(ctx, "settings.edit");
  await takeTry(throttleKey("test-notice", ctx.actor.id), testsAnHour, ctx.now);
  const to = await getEmailOf(ctx);
  await inTransaction(ctx, async (work) => {
    const written = writeNotice(typed, await readSample(work), ownLink("/"));
    await queueMessage(work, {
      ...written,
      onceKey: `test:${randomUUID()}`,
      kind: "test",
      to,
      subject: `Test: ${written.subject}`,
    });
  });
  return { to };
}
