import "server-only";
import { and, eq } from "drizzle-orm";
import { message } from "@/db/schema/messages";
import type { AnyWork } from "../context";
import { recordEvent } from "../history/record-event";
import { enqueue } from "../outbox/enqueue";
import { headerAddress, headerText } from "./mail-header";
import { readBrand } from "./read-brand";
import { type MessageBody, renderMessage } from "./render-message";

export type NewMessage = Omit<MessageBody, "brand"> & {
  /** What makes it this message and no other: "invite:ID:2". The same key again changes nothing. */
  onceKey: string;
  kind: string;
  to: string;
  subject: string;
  /** Whose history it belongs to: set where it is written to a customer. Their answer goes to the shop's own address. */
  about?: { customerId: string; contactId?: string | null; jobId?: string | null };
};

/**
 * Writes an e-mail and hands it to the worker, in the caller's transaction. Resolves to its id, also when the key was
 * queued before. Refuses an address or a subject that is not one line.
 */
export async function queueMessage(work: AnyWork, fresh: NewMessage): Promise<string> {
  const toAddress = headerAddress(fresh.to);
  const subject = headerText(fresh.subject, "A subject");
  const brand = await readBrand(work);
  const body = renderMessage({ ...fresh, brand });
  const { onceKey, kind, about } = fresh;
  const replyTo = about && brand.replyTo ? headerAddress(brand.replyTo) : "";
  const [made] = await work.tx
    .insert(message)
    .values({
      shopId: work.shop.id,
      onceKey,
      kind,
      toAddress,
      subject,
      ...body,
      replyTo,
      ...about,
      createdAt: work.now,
    })
    .onConflictDoNothing()
    .returning({ id: message.id });
  if (!made) {
    const [known] = await work.tx
      .select({ id: message.id })
      .from(message)
      .where(and(eq(message.shopId, work.shop.id), eq(message.onceKey, onceKey)));
    return known?.id as string;
  }
  recordEvent(work, { kind: "message.queued", subjectId: made.id, after: { kind, to: toAddress, subject } });
  await enqueue(work, "send-message", { shopId: work.shop.id, messageId: made.id });
  return made.id;
}
