import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PortalProof } from "@/components/portal/portal-proof";
import { SignedInFrame } from "@/components/portal/signed-in-frame";
import { Refusal } from "@/lib/errors";
import { dayIn } from "@/lib/measures/day-in";
import { requireContact } from "@/lib/people/portal-session";
import { getProofPage } from "@/lib/portal/get-portal-page";

export const metadata: Metadata = { title: "Proof" };

type Asked = PageProps<"/portal/proofs/[versionId]">;

export default async function PortalProofPage({ params, searchParams }: Asked) {
  const ctx = await requireContact();
  const id = z.uuid().safeParse((await params).versionId);
  if (!id.success) notFound();
  const { frame, proof, beside } = await getProofPage(ctx, id.data, (await searchParams).with).catch(
    (error: unknown) => {
      if (error instanceof Refusal && error.code === "not-found") notFound();
      throw error;
    },
  );
  const { name, locale, timeZone } = ctx.shop;
  const shop = { name, locale, timeZone, today: dayIn(timeZone, ctx.now), phone: frame.brand.phone };
  return (
    <SignedInFrame {...frame}>
      <PortalProof proof={proof} beside={beside} isPreview={frame.isPreview} shop={shop} />
    </SignedInFrame>
  );
}
