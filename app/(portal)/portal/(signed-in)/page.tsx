import type { Metadata } from "next";
import { PortalHome } from "@/components/portal/portal-home";
import { SignedInFrame } from "@/components/portal/signed-in-frame";
import { dayIn } from "@/lib/measures/day-in";
import { requireContact } from "@/lib/people/portal-session";
import { getHomePage } from "@/lib/portal/get-portal-page";
import { portalJobsInput } from "@/lib/portal/input";

export const metadata: Metadata = { title: "Your jobs" };

export default async function PortalPage({ searchParams }: PageProps<"/portal">) {
  const ctx = await requireContact();
  const view = portalJobsInput.parse(await searchParams);
  const { frame, jobs, proofs, files } = await getHomePage(ctx, view);
  const { locale, timeZone } = ctx.shop;
  return (
    <SignedInFrame {...frame}>
      <PortalHome
        jobs={jobs}
        view={view}
        needs={proofs.filter((one) => one.mayDecide)}
        files={files}
        today={dayIn(timeZone, ctx.now)}
        locale={locale}
      />
    </SignedInFrame>
  );
}
