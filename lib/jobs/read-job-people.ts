import "server-only";
import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import { contact, customer } from "@/db/schema/customers";
import { type job, jobAssignee } from "@/db/schema/jobs";
import { member } from "@/db/schema/people";
import type { WorkContext } from "../context";
import type { JobView } from "./job-view";

type Job = typeof job.$inferSelect;

/** A job's customer, its contact there, and whom else it could be with. */
export async function readCustomer({ tx, shop }: WorkContext, { customerId, contactId }: Job) {
  const [owner] = await tx
    .select({ id: customer.id, name: customer.name, phone: customer.phone, email: customer.email })
    .from(customer)
    .where(and(eq(customer.shopId, shop.id), eq(customer.id, customerId)));
  const known = await tx
    .select({
      id: contact.id,
      name: contact.name,
      email: contact.email,
      phone: sql<string>`coalesce(nullif(${contact.mobile}, ''), ${contact.phone})`,
    })
    .from(contact)
    .where(
      and(
        eq(contact.shopId, shop.id),
        eq(contact.customerId, customerId),
        or(isNull(contact.retiredAt), contactId ? eq(contact.id, contactId) : undefined),
      ),
    )
    .orderBy(asc(contact.createdAt), asc(contact.id));
  return {
    customer: owner as JobView["customer"],
    contact: known.find((one) => one.id === contactId) ?? null,
    contacts: known.map(({ id, name }) => ({ id, name })),
  };
}

/** Who is on a job. */
export function readAssignees({ tx, shop }: WorkContext, jobId: string) {
  return tx
    .select({ id: member.id, name: member.name })
    .from(jobAssignee)
    .innerJoin(member, and(eq(member.shopId, jobAssignee.shopId), eq(member.id, jobAssignee.memberId)))
    .where(and(eq(jobAssignee.shopId, shop.id), eq(jobAssignee.jobId, jobId)))
    .orderBy(asc(member.name), asc(member.id));
}

/** Everybody who works in the shop. */
export function readMembers({ tx, shop }: WorkContext) {
  return tx
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.shopId, shop.id), isNull(member.disabledAt)))
    .orderBy(asc(member.name), asc(member.id));
}
