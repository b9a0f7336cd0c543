import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { contact, customer } from "@/db/schema/customers";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { clashRefusal } from "../history/clash-refusal";
import { mergeChanges } from "../history/merge-changes";
import { recordEvent } from "../history/record-event";
import { agreedDue } from "./due";
import type { EditJobInput, JobFields } from "./edit-input";
import { lockJob } from "./lock-job";
import { requireCustomer } from "./require-known";
import { updateJob } from "./update-job";

type EditedJob = { version: number; before: Partial<JobFields> };

/**
 * Changes fields of a job. Two people who change different fields both succeed; the same field changed to something
 * else meanwhile is refused ("conflict", with both values), and so is a whole price on a job priced by line.
 */
export async function editJob(
  ctx: Context,
  { number, changes, was, isDueAgreed = false }: EditJobInput,
): Promise<EditedJob> {
  authorize(ctx, "jobs.edit");
  if (changes.priceCents !== undefined || changes.pricedByLine !== undefined) authorize(ctx, "prices.see");
  return inTransaction(ctx, async (work) => {
    const now = await lockJob(work, number);
    const { taken, before, clashes } = mergeChanges<JobFields, typeof changes>(now, changes, was);
    const [clash] = clashes;
    if (clash) throw await clashRefusal(work, now.id, clash, clashes);
    const agreedDueOn = agreedDue(now, taken.dueOn === undefined ? now.dueOn : taken.dueOn, isDueAgreed);
    const isAgreedAnew = agreedDueOn !== now.agreedDueOn;
    if (Object.keys(taken).length === 0 && !isAgreedAnew) return { version: now.version, before };
    if (taken.priceCents !== undefined && (taken.pricedByLine ?? now.pricedByLine)) {
      throw new Refusal("conflict", "This job is priced by line. Change the price of a line.");
    }
    const customerId = taken.customerId ?? now.customerId;
    if (taken.customerId && taken.contactId === undefined && now.contactId) {
      taken.contactId = null;
      before.contactId = now.contactId;
    }
    if (taken.contactId) await requireContact(work, taken.contactId, customerId);
    const names = taken.customerId ? await customerNames(work, now.customerId, taken.customerId) : null;
    const { version, priceCents } = await updateJob(work, now, { ...taken, agreedDueOn });
    if (priceCents !== now.priceCents) Object.assign(before, { priceCents: now.priceCents });
    recordEvent(work, {
      kind: "job.edited",
      subjectId: now.id,
      jobId: now.id,
      customerId,
      before: { ...before, ...(isAgreedAnew ? { agreedDueOn: now.agreedDueOn } : {}), ...names?.before },
      after: {
        ...taken,
        ...(isAgreedAnew ? { agreedDueOn } : {}),
        ...(priceCents === now.priceCents ? {} : { priceCents }),
        ...names?.after,
      },
    });
    return { version, before };
  });
}

async function customerNames(work: WorkContext, oldId: string, newId: string) {
  const chosen = await requireCustomer(work, newId);
  const [old] = await work.tx
    .select({ name: customer.name })
    .from(customer)
    .where(and(eq(customer.shopId, work.shop.id), eq(customer.id, oldId)));
  return { before: { customer: old?.name }, after: { customer: chosen.name } };
}

async function requireContact(work: WorkContext, contactId: string, customerId: string): Promise<void> {
  const [found] = await work.tx
    .select({ id: contact.id })
    .from(contact)
    .where(
      and(
        eq(contact.shopId, work.shop.id),
        eq(contact.id, contactId),
        eq(contact.customerId, customerId),
        isNull(contact.retiredAt),
      ),
    );
  if (!found) throw new Refusal("not-found", "That contact does not belong to the job's customer.");
}
