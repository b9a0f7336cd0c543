import type { Metadata } from "next";
import { cookies } from "next/headers";
import { CustomersList } from "@/components/customers/customers-list";
import { addressParams } from "@/components/lists/address-params";
import { columnsCookie } from "@/components/lists/remember-columns";
import { can } from "@/lib/context";
import { customerListFromParams } from "@/lib/customers/customer-list";
import { listCustomers, listTags } from "@/lib/customers/list-customers";
import { dayIn } from "@/lib/measures/day-in";
import { requireStaff } from "@/lib/people/session";

export const metadata: Metadata = { title: "Customers" };

export default async function CustomersPage({ searchParams }: PageProps<"/customers">) {
  const ctx = await requireStaff();
  const remembered = (await cookies()).get(columnsCookie("customers"))?.value;
  const view = customerListFromParams(addressParams(await searchParams), remembered);
  const [page, tags] = await Promise.all([listCustomers(ctx, view), listTags(ctx)]);
  const { locale, units, currency, timeZone } = ctx.shop;
  const may = {
    edit: can(ctx, "customers.edit"),
    export: can(ctx, "lists.export"),
    import: can(ctx, "imports.run"),
  };
  const facts = { locale, units, currency, timeZone, today: dayIn(timeZone, ctx.now) };
  return <CustomersList view={view} page={page} tags={tags} facts={facts} may={may} />;
}
