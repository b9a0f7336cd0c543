import type { CustomerMatch } from "@/lib/customers/search-customers";
import type { Choice } from "../ui/use-choices";

export type CustomerChoice = Choice & { customer: CustomerMatch };

/** Customers for what somebody types; nothing typed: those of the newest jobs. */
export async function findCustomers(query: string, signal: AbortSignal): Promise<CustomerChoice[]> {
  const response = await fetch(`/api/customers/search?q=${encodeURIComponent(query)}`, { signal });
  if (!response.ok) throw new Error(`customers: ${response.status}`);
  const found: CustomerMatch[] = await response.json();
  return found.map((customer) => ({
    id: customer.id,
    label: customer.name,
    detail: customer.contact || customer.phone || customer.email,
    customer,
  }));
}
