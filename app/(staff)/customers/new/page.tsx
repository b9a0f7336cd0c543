import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { NewCustomerForm } from "@/components/customers/new-customer-form";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/context";
import { requireStaff } from "@/lib/people/session";

export const metadata: Metadata = { title: "New customer" };

export default async function NewCustomerPage({ searchParams }: PageProps<"/customers/new">) {
  const ctx = await requireStaff();
  if (!can(ctx, "customers.edit")) forbidden();
  const { name } = await searchParams;
  return (
    <div className="px-4 py-4 md:px-6">
      <PageHeader title="New customer" up={{ href: "/customers", name: "Customers" }} />
      <NewCustomerForm name={typeof name === "string" ? name.slice(0, 200) : ""} />
    </div>
  );
}
