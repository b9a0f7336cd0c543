import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { CustomerProof } from "@/lib/approvals/proof-view";
import { ProofPage, type ProofShop } from "./proof-page";

type PortalProofProps = { proof: CustomerProof; isPreview: boolean; shop: ProofShop };

/** A proof within the portal, with the ways to its job and its other versions. */
export function PortalProof({ proof, isPreview, shop }: PortalProofProps) {
  return (
    <>
      <nav aria-label="Around this proof" className="flex flex-wrap items-center gap-x-4 px-4">
        <Link
          href={`/portal/jobs/${proof.job.number}`}
          className="-ml-1 inline-flex min-h-11 items-center gap-1 text-ink-muted"
        >
          <ChevronLeft size={18} aria-hidden />
          Job {proof.job.number}
        </Link>
        {proof.others.map((one) => (
          <Link
            key={one.versionId}
            href={`/portal/proofs/${one.versionId}`}
            className="inline-flex min-h-11 items-center text-accent-ink underline underline-offset-4"
          >
            Version {one.number}
          </Link>
        ))}
      </nav>
      <ProofPage
        key={proof.versionId}
        proof={proof}
        reader={isPreview ? { by: "preview" } : { by: "portal" }}
        shop={shop}
      />
    </>
  );
}
