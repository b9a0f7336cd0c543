import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { JobPage } from "@/components/portal/job-page";
import { SignedInFrame } from "@/components/portal/signed-in-frame";
import { Refusal } from "@/lib/errors";
import { jobNumber } from "@/lib/jobs/input";
import { dayIn } from "@/lib/measures/day-in";
import { requireContact } from "@/lib/people/portal-session";
import { getJobPage } from "@/lib/portal/get-portal-page";

type Props = PageProps<"/portal/jobs/[number]">;

const read = cache(async (asked: string) => {
  const ctx = await requireContact();
  const number = jobNumber.safeParse(Number(asked));
  if (!number.success) notFound();
  const page = await getJobPage(ctx, number.data).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not-found") notFound();
    throw error;
  });
  return { ctx, ...page };
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: `Job ${(await read((await props.params).number)).job.number}` };
}

export default async function PortalJobPage(props: Props) {
  const { ctx, frame, job, proofs } = await read((await props.params).number);
  const { locale, timeZone } = ctx.shop;
  const reader = { today: dayIn(timeZone, ctx.now), locale, timeZone, isReadOnly: frame.isPreview };
  return (
    <SignedInFrame {...frame}>
      <JobPage job={job} proofs={proofs} reader={reader} />
    </SignedInFrame>
  );
}
