import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { proof } from "@/db/schema/approvals";
import { contact, customer } from "@/db/schema/customers";
import { job } from "@/db/schema/jobs";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";
import { dayIn } from "../measures/day-in";
import { formatDay } from "../measures/format-time";
import type { NoticeValues } from "../messages/notice-words";
import { decisionWords } from "./tell-of-proof";

const weekMs = 7 * 86_400_000;

/** What a notice would say of the shop's newest job, for seeing it while it is worded; of a made-up one before there is any. */
export async function getSample(ctx: Context): Promise<NoticeValues> {
  authorize(ctx, "settings.edit");
  return inTransaction(ctx, readSample);
}

export async function readSample({ tx, shop, now }: WorkContext): Promise<NoticeValues> {
  const [found] = await tx
    .select({
      id: job.id,
      number: job.number,
      dueOn: job.dueOn,
      customer: customer.name,
      contact: contact.name,
    })
    .from(job)
    .innerJoin(customer, and(eq(customer.shopId, shop.id), eq(customer.id, job.customerId)))
    .leftJoin(contact, and(eq(contact.shopId, shop.id), eq(contact.id, job.contactId)))
    .where(and(eq(job.shopId, shop.id), isNull(job.retiredAt)))
    .orderBy(desc(job.number))
    .limit(1);
  const [shown] = found
    ? await tx
        .select({ title: proof.title })
        .from(proof)
        .where(and(eq(proof.shopId, shop.id), eq(proof.jobId, found.id), isNull(proof.retiredAt)))
        .limit(1)
    : [];
  const due = found?.dueOn ?? dayIn(shop.timeZone, new Date(now.getTime() + weekMs));
  const title = shown?.title ?? "Colour sample";
  return {
    customer: found?.customer ?? "Acme Railings",
    contact: found?.contact ?? found?.customer ?? "Ana Field",
    shop: shop.name,
    job: String(found?.number ?? 1001),
    due: formatDay(due, shop.locale, "long"),
    proof: title,
    decision: decisionWords("You", "approved", `${title}, version 2`, true),
    note: "The second coat is a shade lighter than on the print.",
  };
}
