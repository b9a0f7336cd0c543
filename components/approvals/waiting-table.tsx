import type { WaitingProof } from "@/lib/approvals/proof-view";
import { dueWords } from "@/lib/jobs/due";
import type { ListFacts } from "../lists/list-facts";
import { Badge } from "../ui/badge";
import { RelativeTime } from "../ui/relative-time";
import { RowLink, Table, Td, Th } from "../ui/table";
import { ProofThumb } from "./proof-thumb";
import { proofStateNames, proofStateTones } from "./proof-words";
import { RecipientsSeen } from "./recipients-seen";

type WaitingTableProps = { proofs: readonly WaitingProof[]; facts: ListFacts; now: string };

/** Proofs of many jobs in lines; on a phone the first column says it all. */
export function WaitingTable({ proofs, facts, now }: WaitingTableProps) {
  return (
    <Table caption="Proofs">
      <thead className="max-md:sr-only">
        <tr>
          <Th>Proof</Th>
          <Th className="max-md:hidden">State</Th>
          <Th className="max-md:hidden">Due</Th>
          <Th className="max-lg:hidden">Asked</Th>
          <Th className="max-lg:hidden">Since</Th>
        </tr>
      </thead>
      <tbody>
        {proofs.map((proof) => (
          <WaitingRow key={proof.id} proof={proof} facts={facts} now={now} />
        ))}
      </tbody>
    </Table>
  );
}

const nothing = <span className="text-ink-faint">–</span>;

function WaitingRow({ proof, facts, now }: { proof: WaitingProof; facts: ListFacts; now: string }) {
  const { job, state } = proof;
  const since = proof.decidedAt ?? proof.askedAt;
  const badge = <Badge tone={proof.isLate ? "late" : proofStateTones[state]}>{proofStateNames[state]}</Badge>;
  const due =
    state === "waiting" && proof.dueOn ? (
      <span className={proof.isLate ? "text-late-ink" : ""}>
        {dueWords(proof.dueOn, facts.today, facts.locale)}
      </span>
    ) : null;
  return (
    <tr data-linked>
      <Td className="max-w-0 md:w-1/2">
        <span className="flex items-center gap-3">
          <ProofThumb pageId={proof.firstPageId} isDrawn={proof.isDrawn} className="size-12" />
          <span className="min-w-0 flex-1">
            <RowLink
              href={`/jobs/${job.number}/proofs/${proof.id}`}
              prefetch={false}
              className="block truncate font-medium"
            >
              {proof.title}
            </RowLink>
            <span className="block truncate text-ink-muted">
              {job.number} {job.customer}
              {proof.number > 1 && `, version ${proof.number}`}
            </span>
            {proof.reason && <span className="block truncate text-ink-muted">“{proof.reason}”</span>}
            <span className="mt-0.5 flex flex-wrap items-center gap-2 md:hidden">
              {badge}
              {due}
            </span>
          </span>
        </span>
      </Td>
      <Td className="max-md:hidden">{badge}</Td>
      <Td className="whitespace-nowrap max-md:hidden">{due ?? nothing}</Td>
      <Td className="max-lg:hidden">
        {proof.recipients.length > 0 ? <RecipientsSeen recipients={proof.recipients} /> : nothing}
      </Td>
      <Td className="whitespace-nowrap text-ink-muted max-lg:hidden">
        {since ? <RelativeTime at={since} now={now} zone={facts.timeZone} locale={facts.locale} /> : nothing}
      </Td>
    </tr>
  );
}
