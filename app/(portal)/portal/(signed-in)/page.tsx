import type { Metadata } from "next";
import { PortalHome } from "@/components/portal/portal-home";
import { SignedInFrame } from "@/components/portal/signed-in-frame";
import type { ContactContext } from "@/lib/context";
import { Refusal } from "@/lib/errors";
import { dayIn } from "@/lib/measures/day-in";
import { requireContact } from "@/lib/people/portal-session";
import { getHomePage } from "@/lib/portal/get-portal-page";
import { type PortalJobsInput, portalJobsInput } from "@/lib/portal/input";

export const metadata: Metadata = { title: "Your jobs" };

export default async function PortalPage({ searchParams }: PageProps<"/portal">) {
  const ctx = await requireContact();
  const view = portalJobsInput.parse(await searchParams);
  const { frame, jobs, proofs, files, refused } = await readHome(ctx, view);
  const { locale, timeZone } = ctx.shop;
  return (
    <SignedInFrame {...frame}>
      <PortalHome
        jobs={jobs}
        refused={refused}
        view={view}
        needs={proofs.filter((one) => one.mayDecide)}
        files={files}
        today={dayIn(timeZone, ctx.now)}
        locale={locale}
      />
    </SignedInFrame>
  );
}

/** What was asked for; all open jobs and the reason when it was refused. */
async function readHome(ctx: ContactContext, view: PortalJobsInput) {
  try {
    return { ...(await getHomePage(ctx, view)), refused: "" };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "too-many") throw error;
    return { ...(await getHomePage(ctx, portalJobsInput.parse({}))), refused: error.message };
  }
}
