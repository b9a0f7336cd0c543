import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PortalProof } from "@/components/portal/portal-proof";
import { getProofForCustomer } from "@/lib/approvals/get-proof-for-customer";
import type { CustomerProof } from "@/lib/approvals/proof-view";
import type { ContactContext } from "@/lib/context";
import { Refusal } from "@/lib/errors";
import { dayIn } from "@/lib/measures/day-in";
import { getBrand } from "@/lib/messages/read-brand";
import { requireContact } from "@/lib/people/portal-session";

export const metadata: Metadata = { title: "Proof" };

type Asked = PageProps<"/portal/proofs/[versionId]">;

export default async function PortalProofPage({ params, searchParams }: Asked) {
  const ctx = await requireContact();
  const proof = await getProof(ctx, (await params).versionId);
  const { with: other } = await searchParams;
  const beside = proof.others.some((one) => one.versionId === other) ? await getProof(ctx, other) : null;
  const { name, locale, timeZone } = ctx.shop;
  const { phone } = await getBrand(ctx);
  const shop = { name, locale, timeZone, today: dayIn(timeZone, ctx.now), phone };
  return (
    <PortalProof proof={proof} beside={beside} isPreview={ctx.actor.previewedBy !== undefined} shop={shop} />
  );
}

async function getProof(ctx: ContactContext, versionId: unknown): Promise<CustomerProof> {
  const id = z.uuid().safeParse(versionId);
  if (!id.success) notFound();
  return getProofForCustomer(ctx, id.data).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not-found") notFound();
    throw error;
  });
}
