import { type ProofView, receiptAddress } from "@/lib/approvals/proof-view";
import { Section } from "../ui/section";
import { DecisionCard } from "./decision-card";

type EarlierDecisionsProps = {
  proof: ProofView;
  /** The decision that stands above already. */
  shown?: string;
  now: string;
};

/** Every other decision there ever was on a proof, whatever its version. */
export function EarlierDecisions({ proof, shown, now }: EarlierDecisionsProps) {
  const decisions = proof.versions
    .flatMap(({ number, decisions }) => decisions.map((decision) => ({ number, decision })))
    .filter(({ decision }) => decision.id !== shown)
    .sort((one, other) => other.decision.at.localeCompare(one.decision.at));
  if (decisions.length === 0) return null;
  return (
    <Section title={shown ? "Other decisions" : "Decisions"} count={decisions.length}>
      <ul className="flex flex-col gap-2.5">
        {decisions.map(({ number, decision }) => (
          <li key={decision.id}>
            <DecisionCard
              decision={decision}
              number={number}
              now={now}
              shop={proof.shop}
              receipts={receiptAddress(proof.job.number, proof.id)}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
