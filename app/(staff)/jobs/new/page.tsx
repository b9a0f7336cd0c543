import type { Metadata } from "next";
import { IntakeForm } from "@/components/jobs/intake-form";
import { PageHeader } from "@/components/ui/page-header";
import { getIntakeFacts } from "@/lib/jobs/get-intake-facts";
import { requireStaff } from "@/lib/people/session";

export const metadata: Metadata = { title: "New job" };

type NewJobPageProps = { searchParams: Promise<{ customer?: string | string[] }> };

export default async function NewJobPage({ searchParams }: NewJobPageProps) {
  const ctx = await requireStaff("jobs.edit");
  const { customer } = await searchParams;
  const facts = await getIntakeFacts(ctx, typeof customer === "string" ? customer : undefined);
  return (
    <div className="mx-auto max-w-6xl px-4 pt-5 md:px-8">
      <PageHeader title="New job" />
      <IntakeForm facts={facts} />
    </div>
  );
}
