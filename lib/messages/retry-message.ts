import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { contact } from "@/db/schema/customers";
import { message } from "@/db/schema/messages";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { enqueue } from "../outbox/enqueue";
import { headerAddress } from "./mail-header";
import { mailService } from "./mail-service";

/**
 * Tries a failed or kept message again, to the contact's address as it is now. Of mail to customers it is for all who
 * look after customers. Refuses one that waits or was sent, and where no mail service is set up.
 */
export async function retryMessage(ctx: Context, { id }: { id: string }): Promise<void> {
  await inTransaction(ctx, async (work) => {
    const one = and(eq(message.shopId, ctx.shop.id), eq(message.id, id));
    const [now] = await work.tx.select().from(message).where(one).for("update");
    authorize(ctx, now?.customerId ? "customers.edit" : "outbox.read");
    if (now?.state !== "failed" && now?.state !== "kept") {
      throw new Refusal("conflict", "This message is on its way or was sent already.");
    }
    if (!now.toAddress)
      throw new Refusal("conflict", "No mail was written of this, so there is none to send.");
    refuseWithoutService(ctx);
    const toAddress = headerAddress((await findAddress(work, now.contactId)) ?? now.toAddress);
    await work.tx.update(message).set({ state: "waiting", attempts: 0, error: "", toAddress }).where(one);
    recordEvent(work, {
      kind: "message.retried",
      subjectId: id,
      ...(now.jobId ? { jobId: now.jobId } : {}),
      ...(now.customerId ? { customerId: now.customerId } : {}),
      before: { state: now.state, to: now.toAddress },
      after: { state: "waiting", to: toAddress, subject: now.subject },
    });
    await enqueue(work, "send-message", { shopId: ctx.shop.id, messageId: id });
  });
}

function refuseWithoutService({ shop }: Context): void {
  if (mailService(shop)) return;
  throw new Refusal(
    "conflict",
    "No mail service is set up here, so nothing can be sent. The guide says how.",
  );
}

async function findAddress({ tx, shop }: WorkContext, contactId: string | null): Promise<string | null> {
  if (!contactId) return null;
  const [found] = await tx
    .select({ email: contact.email })
    .from(contact)
    .where(and(eq(contact.shopId, shop.id), eq(contact.id, contactId), isNull(contact.retiredAt)));
  return found?.email || null;
}
