import Link from "next/link";
import type { CustomerProofLine, CustomerProofState } from "@/lib/approvals/proof-view";
import { Badge, type Tone } from "../ui/badge";
import { Icon } from "../ui/icon";
import { Section } from "../ui/section";

const states: Record<CustomerProofState, { name: string; tone: Tone }> = {
  waiting: { name: "Waiting for an answer", tone: "accent" },
  approved: { name: "Approved", tone: "done" },
  changes: { name: "Changes asked for", tone: "risk" },
  rejected: { name: "Rejected", tone: "late" },
  withdrawn: { name: "Taken back", tone: "plain" },
  expired: { name: "Time is over", tone: "plain" },
  superseded: { name: "Newer version coming", tone: "plain" },
  again: { name: "Being worked on", tone: "plain" },
};

/** The proofs of a job that its customer was asked about, and how each stands. */
export function JobProofs({ proofs }: { proofs: CustomerProofLine[] }) {
  if (proofs.length === 0) return null;
  return (
    <Section title="Proofs" count={proofs.length}>
      <ul className="divide-y rounded-lg border bg-surface">
        {proofs.map((one) => (
          <li key={one.versionId}>
            <Link
              href={`/portal/proofs/${one.versionId}`}
              prefetch={false}
              className="flex min-h-14 items-center gap-3 px-4 py-2 hover:bg-hover"
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{one.title}</span>
                <span className="text-ink-muted">Version {one.number}</span>
              </span>
              <Badge tone={states[one.state].tone}>{states[one.state].name}</Badge>
              <Icon name="chevron-right" size={18} className="shrink-0 text-ink-faint" />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
