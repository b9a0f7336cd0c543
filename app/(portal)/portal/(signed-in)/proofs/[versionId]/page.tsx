import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PortalProof } from "@/components/portal/portal-proof";
import { getProofForCustomer } from "@/lib/approvals/get-proof-for-customer";
import { Refusal } from "@/lib/errors";
import { dayIn } from "@/lib/measures/day-in";
import { getBrand } from "@/lib/messages/read-brand";
import { requireContact } from "@/lib/people/portal-session";

export const metadata: Metadata = { title: "Proof" };

export default async function PortalProofPage({ params }: PageProps<"/portal/proofs/[versionId]">) {
  const ctx = await requireContact();
  const id = z.uuid().safeParse((await params).versionId);
  if (!id.success) notFound();
  const proof = await getProofForCustomer(ctx, id.data).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not-found") notFound();
    throw error;
  });
  const { name, locale, timeZone } = ctx.shop;
  const { phone } = await getBrand(ctx);
  const shop = { name, locale, timeZone, today: dayIn(timeZone, ctx.now), phone };
  return <PortalProof proof={proof} isPreview={ctx.actor.previewedBy !== undefined} shop={shop} />;
}
