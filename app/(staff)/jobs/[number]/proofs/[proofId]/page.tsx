import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { ProofPage } from "@/components/approvals/proof-page";
import { findProof } from "@/lib/approvals/get-proof";
import { requireStaff } from "@/lib/people/session";

type Props = PageProps<"/jobs/[number]/proofs/[proofId]">;

const read = cache(async (number: string, asked: string) => {
  const ctx = await requireStaff();
  const id = z.uuid().safeParse(asked);
  const proof = id.success ? await findProof(ctx, id.data) : null;
  if (proof?.job.number !== Number(number)) notFound();
  return { now: ctx.now.toISOString(), proof };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number, proofId } = await params;
  return { title: `${(await read(number, proofId)).proof.title}, job ${number}` };
}

export default async function JobProofPage({ params }: Props) {
  const { number, proofId } = await params;
  return <ProofPage {...(await read(number, proofId))} />;
}
