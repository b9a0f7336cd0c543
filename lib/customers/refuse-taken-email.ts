import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import { contact } from "@/db/schema/customers";
import type { WorkContext } from "../context";
import { Refusal } from "../errors";

/** One e-mail address is one contact of a customer; the caller holds the customer's row. */
export async function refuseTakenEmail(
  work: WorkContext,
  customerId: string,
  email: string,
  exceptId?: string,
): Promise<void> {
  if (email === "") return;
  const [other] = await work.tx
    .select({ name: contact.name })
    .from(contact)
    .where(
      and(
        eq(contact.shopId, work.shop.id),
        eq(contact.customerId, customerId),
        eq(contact.email, email),
        isNull(contact.retiredAt),
        exceptId ? ne(contact.id, exceptId) : undefined,
      ),
    );
  if (other)
    throw new Refusal("conflict", `${other.name} already has the address ${email}.`, { field: "email" });
}
