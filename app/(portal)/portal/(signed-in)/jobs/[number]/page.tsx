import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { JobPage } from "@/components/portal/job-page";
import { listProofsForCustomer } from "@/lib/approvals/list-proofs-for-customer";
import { Refusal } from "@/lib/errors";
import { jobNumber } from "@/lib/jobs/input";
import { dayIn } from "@/lib/measures/day-in";
import { requireContact } from "@/lib/people/portal-session";
import { getPortalJob } from "@/lib/portal/get-portal-job";

type Props = PageProps<"/portal/jobs/[number]">;

const read = cache(async (asked: string) => {
  const ctx = await requireContact();
  const number = jobNumber.safeParse(Number(asked));
  if (!number.success) notFound();
  const job = await getPortalJob(ctx, number.data).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not-found") notFound();
    throw error;
  });
  return { ctx, job };
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: `Job ${(await read((await props.params).number)).job.number}` };
}

export default async function PortalJobPage(props: Props) {
  const { ctx, job } = await read((await props.params).number);
  const { locale, timeZone, name } = ctx.shop;
  const reader = {
    today: dayIn(timeZone, ctx.now),
    locale,
    timeZone,
    shopName: name,
    isReadOnly: ctx.actor.previewedBy !== undefined,
  };
  const proofs = await listProofsForCustomer(ctx, { jobNumber: job.number });
  return <JobPage job={job} proofs={proofs} reader={reader} />;
}
