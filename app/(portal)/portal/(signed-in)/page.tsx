import type { Metadata } from "next";
import { PortalHome } from "@/components/portal/portal-home";
import { listProofsForCustomer } from "@/lib/approvals/list-proofs-for-customer";
import { dayIn } from "@/lib/measures/day-in";
import { requireContact } from "@/lib/people/portal-session";
import { portalJobsInput } from "@/lib/portal/input";
import { listPortalJobs } from "@/lib/portal/list-portal-jobs";

export const metadata: Metadata = { title: "Your jobs" };

export default async function PortalPage({ searchParams }: PageProps<"/portal">) {
  const ctx = await requireContact();
  const view = portalJobsInput.parse(await searchParams);
  const [jobs, proofs] = await Promise.all([listPortalJobs(ctx, view), listProofsForCustomer(ctx)]);
  const { locale, timeZone } = ctx.shop;
  return (
    <PortalHome
      jobs={jobs}
      view={view}
      needs={proofs.filter((one) => one.mayDecide)}
      today={dayIn(timeZone, ctx.now)}
      locale={locale}
    />
  );
}
