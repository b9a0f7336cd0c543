import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { customer } from "@/db/schema/customers";
import { member } from "@/db/schema/people";
import { powder } from "@/db/schema/powders";
import type { WorkContext } from "../context";
import { Refusal } from "../errors";
import type { CoatInput } from "./input";

/** The shop's customer of an id. Refuses one that is gone or another shop's. */
export async function requireCustomer(work: WorkContext, id: string): Promise<{ id: string; name: string }> {
  const [found] = await work.tx
    .select({ id: customer.id, name: customer.name })
    .from(customer)
    .where(and(eq(customer.shopId, work.shop.id), eq(customer.id, id), isNull(customer.retiredAt)));
  if (!found) throw new Refusal("not-found", "That customer is no longer here. Choose another.");
  return found;
}

/** The shop's working members of these ids. Refuses when one has left or is another shop's. */
export async function requireMembers(
  work: WorkContext,
  ids: string[],
): Promise<{ id: string; name: string }[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const found = await work.tx
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.shopId, work.shop.id), inArray(member.id, wanted), isNull(member.disabledAt)));
  if (found.length < wanted.length) {
    throw new Refusal("not-found", "Somebody on this list no longer works here. Choose again.");
  }
  return found;
}

/** Refuses coats of a powder that is not the shop's. */
export async function requirePowders(work: WorkContext, coats: CoatInput[]): Promise<void> {
  const wanted = [...new Set(coats.flatMap((one) => one.powderId ?? []))];
  if (wanted.length === 0) return;
  const found = await work.tx
    .select({ id: powder.id })
    .from(powder)
    .where(and(eq(powder.shopId, work.shop.id), inArray(powder.id, wanted)));
  if (found.length < wanted.length) {
    throw new Refusal("not-found", "A powder of this finish is no longer on the list. Choose another.");
  }
}
