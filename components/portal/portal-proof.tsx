import Link from "next/link";
import type { ReactNode } from "react";
import type { CustomerProof } from "@/lib/approvals/proof-view";
import { Icon } from "../ui/icon";
import { ProofPage, type ProofShop } from "./proof-page";

type PortalProofProps = {
  proof: CustomerProof;
  beside: CustomerProof | null;
  isPreview: boolean;
  shop: ProofShop;
};

/** A proof within the portal, with the ways to its job and its other versions. */
export function PortalProof({ proof, beside, isPreview, shop }: PortalProofProps) {
  const latest = proof.others.find((one) => one.state !== "withdrawn");
  return (
    <>
      <nav aria-label="Around this proof" className="flex flex-wrap items-center gap-x-4 px-4">
        <Link
          href={`/portal/jobs/${proof.job.number}`}
          prefetch={false}
          className="-ml-1 inline-flex min-h-11 items-center gap-1 text-ink-muted"
        >
          <Icon name="chevron-left" size={18} />
          Job {proof.job.number}
        </Link>
        {proof.others.map((one) => (
          <Way key={one.versionId} to={`/portal/proofs/${one.versionId}`}>
            Version {one.number}
          </Way>
        ))}
        {beside ? (
          <Way to={`/portal/proofs/${proof.versionId}`}>Version {proof.number} alone</Way>
        ) : (
          latest && (
            <Way to={`/portal/proofs/${proof.versionId}?with=${latest.versionId}`}>
              Side by side with version {latest.number}
            </Way>
          )
        )}
      </nav>
      <ProofPage
        key={proof.versionId}
        proof={proof}
        beside={beside}
        reader={isPreview ? { by: "preview" } : { by: "portal" }}
        shop={shop}
      />
    </>
  );
}

function Way({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link
      href={to}
      prefetch={false}
      className="inline-flex min-h-11 items-center text-accent-ink underline underline-offset-4"
    >
      {children}
    </Link>
  );
}
