import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { message } from "@/db/schema/messages";
import { type Context, inTransaction, type WorkContext } from "../context";
import { recordEvent } from "../history/record-event";
import { log } from "../log";
import { enqueue } from "../outbox/enqueue";
import { MailRefused, mailService } from "./mail-service";
import { withoutSecrets } from "./without-secrets";

const mostAttempts = 12;
const longestWaitSeconds = 3600;

type Message = typeof message.$inferSelect;

/**
 * Sends a waiting message once, or keeps it where no mail service is set up. A service that cannot take it now is asked
 * again, later and later, twelve times in all. A worker killed between the sending and the note of it sends again under
 * the same id.
 */
export async function sendMessage(ctx: Context, told: { messageId: string }): Promise<void> {
  const waiting = await inTransaction(ctx, (work) => findWaiting(work, told.messageId));
  if (!waiting) return;
  const send = mailService(ctx.shop);
  if (!send) return settle(ctx, waiting, { state: "kept" });
  const { id, toAddress: to, replyTo, subject, text, html } = waiting;
  try {
    const { providerId } = await send({ id, fromName: ctx.shop.name, to, replyTo, subject, text, html });
    await settle(ctx, waiting, { state: "sent", providerId, sentAt: new Date(), error: "" });
  } catch (error) {
    log.warn({ err: error, messageId: id }, "message not sent");
    await noteFailure(ctx, waiting, error as Error);
  }
}

async function findWaiting(work: WorkContext, id: string): Promise<Message | undefined> {
  const [found] = await work.tx.select().from(message).where(isWaiting(work, id));
  return found;
}

async function settle(
  ctx: Context,
  of: Message,
  fate: Partial<Message> & Pick<Message, "state">,
): Promise<void> {
  await inTransaction(ctx, async (work) => {
    const attempts = fate.state === "kept" ? of.attempts : sql`${message.attempts} + 1`;
    const body =
      fate.state === "sent" ? { text: withoutSecrets(of.text), html: withoutSecrets(of.html) } : {};
    const [changed] = await work.tx
      .update(message)
      .set({ ...fate, ...body, attempts })
      .where(isWaiting(work, of.id))
      .returning({ id: message.id });
    if (!changed) return;
    const { toAddress: to, subject, jobId, customerId } = of;
    const after = { state: fate.state, to, subject, ...(fate.error ? { error: fate.error } : {}) };
    recordEvent(work, {
      kind: `message.${fate.state}`,
      subjectId: of.id,
      ...(jobId ? { jobId } : {}),
      ...(customerId ? { customerId } : {}),
      before: { state: "waiting" },
      after,
    });
  });
}

async function noteFailure(ctx: Context, of: Message, failure: Error): Promise<void> {
  const error = failure.message.slice(0, 500);
  if (failure instanceof MailRefused || of.attempts + 1 >= mostAttempts) {
    return settle(ctx, of, { state: "failed", error });
  }
  await inTransaction(ctx, async (work) => {
    const [changed] = await work.tx
      .update(message)
      .set({ error, attempts: of.attempts + 1 })
      .where(and(isWaiting(work, of.id), eq(message.attempts, of.attempts)))
      .returning({ id: message.id });
    if (!changed) return;
    const afterSeconds = Math.min(longestWaitSeconds, 5 * 2 ** of.attempts);
    await enqueue(work, "send-message", { shopId: ctx.shop.id, messageId: of.id }, { afterSeconds });
  });
}

const isWaiting = (work: WorkContext, id: string) =>
  and(eq(message.shopId, work.shop.id), eq(message.id, id), eq(message.state, "waiting"));
