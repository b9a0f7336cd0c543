import clsx from "clsx";
import type { ViewedDecision } from "@/lib/approvals/proof-view";
import { Icon } from "../ui/icon";
import { RelativeTime } from "../ui/relative-time";
import { knownInWords, verdictNames } from "./decision-words";

const looks = {
  approved: { icon: "check", frame: "border-done-ink/30 bg-done-wash", ink: "text-done-ink" },
  changes: { icon: "pencil", frame: "border-risk-ink/30 bg-risk-wash", ink: "text-risk-ink" },
  rejected: { icon: "x", frame: "border-late-ink/30 bg-late-wash", ink: "text-late-ink" },
} as const;

type DecisionCardProps = {
  decision: ViewedDecision;
  /** The version it was made on. */
  number: number;
  now: string;
  shop: { timeZone: string; locale: string };
  /** Of the receipts of its proof. */
  receipts: string;
};

/** A decision, kept for good: what, who, when, on which version and how they were known. */
export function DecisionCard({ decision, number, now, shop, receipts }: DecisionCardProps) {
  const { verdict, reason, byName, at, device, address } = decision;
  const { icon, frame, ink } = looks[verdict];
  return (
    <article className={clsx("rounded-lg border px-3 py-2.5", frame)}>
      <h3 className={clsx("flex items-center gap-1.5 font-semibold", ink)}>
        <Icon name={icon} size={16} />
        {verdictNames[verdict]}
        <span className="ml-auto text-xs font-normal text-ink-muted">Version {number}</span>
      </h3>
      {reason && <p className="mt-1 break-words whitespace-pre-wrap">“{reason}”</p>}
      <p className="mt-1 text-ink-muted">
        <span className="font-medium text-ink">{byName}</span>{" "}
        <RelativeTime at={at} now={now} zone={shop.timeZone} locale={shop.locale} />,{" "}
        <span data-tip={[device, address].filter(Boolean).join(", ") || undefined}>
          {knownInWords(decision)}
        </span>
      </p>
      <a
        href={`${receipts}?decision=${decision.id}`}
        target="_blank"
        rel="noopener"
        className="mt-1.5 inline-flex min-h-6 items-center gap-1 font-medium underline-offset-2 hover:underline pointer-coarse:min-h-11"
      >
        <Icon name="file-text" size={14} />
        Receipt
      </a>
    </article>
  );
}
