import "server-only";
import type { NoticeKind } from "@/db/vocabulary";
import type { SystemActor, WorkContext } from "../context";
import { isAddress } from "../messages/mail-header";
import type { NoticeValues } from "../messages/notice-words";
import { queueMessage } from "../messages/queue-message";
import type { Notice } from "../messages/read-notices";
import { writeNotice } from "../messages/write-notice";

export type Recipient = { customerId: string; contactId: string | null; name: string; email: string };
export type JobFacts = { id: string; number: number; customer: string; dueOn: string | null };

type Fresh = {
  onceKey: string;
  to: Recipient;
  jobId: string;
  values: Omit<NoticeValues, "contact" | "shop">;
  url?: string;
};

/** Writes one notice to one person in the shop's words, once for its key. Nothing where there is no address to write to. */
export async function queueNotice(
  work: WorkContext<SystemActor>,
  notice: Notice & { kind: NoticeKind },
  { onceKey, to, jobId, values, url }: Fresh,
): Promise<void> {
  if (!isAddress(to.email)) return;
  await queueMessage(work, {
    ...writeNotice(notice, { ...values, contact: to.name, shop: work.shop.name }, url),
    onceKey,
    kind: notice.kind,
    to: to.email,
    about: { customerId: to.customerId, contactId: to.contactId, jobId },
  });
}
