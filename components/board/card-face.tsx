import { staleAfterDays } from "@/db/vocabulary";
import { dueState, dueWords } from "@/lib/jobs/due";
import type { BoardMember, BoardStage, Card } from "@/lib/live/card";
import { daysBetween } from "@/lib/measures/days";
import { jobProofNames } from "../approvals/proof-words";
import { Icon } from "../ui/icon";
import { initialsOf } from "../ui/initials";
import { Swatch } from "../ui/swatch";
import type { ShopFacts } from "./shop-facts";

const isFinished = (stage: BoardStage | undefined) => stage?.kind === "ready" || stage?.kind === "delivered";

const waits = (stage: BoardStage) =>
  stage.kind === "waiting" || stage.kind === "working" || stage.kind === "inspecting";

type Props = { card: Card; stage: BoardStage | undefined; members: BoardMember[]; facts: ShopFacts };

/** What a card says, at a fixed height so that a column of hundreds needs no measuring: a small mark with no room left is not shown. */
export function CardFace({ card, stage, members, facts }: Props) {
  const state = dueState(card.dueOn, facts.today, isFinished(stage));
  const daysHere = stage && waits(stage) ? daysBetween(card.stageEnteredAt.slice(0, 10), facts.today) : 0;
  const [first, ...more] = card.coats;
  return (
    <>
      <span className="flex items-center gap-2 text-xs leading-4 whitespace-nowrap">
        <span className="font-semibold text-ink-muted">{card.number}</span>
        <span className="flex h-4 min-w-0 flex-1 flex-wrap gap-x-2 gap-y-1 overflow-hidden text-ink-faint">
          {card.priority === "rush" && <span className="card-flag bg-late-wash text-late-ink">Rush</span>}
          {card.priority === "high" && <span className="card-flag bg-risk-wash text-risk-ink">High</span>}
          {card.isShort && (
            <span
              className="card-flag flex items-center gap-0.5 bg-late-wash text-late-ink"
              title="Powder short"
            >
              <Icon name="spray-can" size={12} />
              <span className="sr-only">Powder </span>Short
            </span>
          )}
          {card.proof === "changes" && <span className="card-flag bg-risk-wash text-risk-ink">Changes</span>}
          <span className="grow" />
          {daysHere >= staleAfterDays && (
            <span
              className="flex items-center gap-0.5 text-risk-ink"
              title={`In this stage for ${daysHere} days`}
            >
              <Icon name="hourglass" size={12} />
              {daysHere} d
            </span>
          )}
          {card.photos > 0 && (
            <Count icon={<Icon name="camera" size={12} />} number={card.photos} what="photos" />
          )}
          {card.comments > 0 && (
            <Count icon={<Icon name="message-square" size={12} />} number={card.comments} what="comments" />
          )}
          <ProofFlag state={card.proof} />
          {card.hasPassed && stage?.kind === "inspecting" && (
            <Icon name="check-check" size={14} className="text-done" label="passed inspection" />
          )}
        </span>
        {card.dueOn && (
          <span className="card-due" data-due={state} title={card.dueOn}>
            {dueWords(card.dueOn, facts.today, facts.locale)}
          </span>
        )}
      </span>
      <span className="block truncate font-semibold text-ink">{card.customer.name}</span>
      <span className="block truncate text-xs text-ink-muted">{partsInWords(card)}</span>
      <span className="mt-auto flex h-5 items-center gap-2 text-xs text-ink-muted">
        {first ? (
          <>
            <Swatch coats={card.coats.slice(0, 4)} size="fill" isNamed className="h-5 w-11 shrink-0" />
            <span className="min-w-0 truncate">
              {first.name}
              {more.length > 0 && ` + ${more.length}`}
            </span>
          </>
        ) : (
          <span className="text-ink-faint">No colour yet</span>
        )}
        <Assignees ids={card.assigneeIds} members={members} />
      </span>
    </>
  );
}

const proofFlags = { draft: "file", waiting: "file-clock", approved: "file-check" } as const;

function ProofFlag({ state }: { state: Card["proof"] }) {
  if (!state || state === "changes") return null;
  return (
    <span className={state === "approved" ? "text-done-ink" : ""} title={jobProofNames[state]}>
      <Icon name={proofFlags[state]} size={13} />
      <span className="sr-only">{jobProofNames[state]}</span>
    </span>
  );
}

function Count({ icon, number, what }: { icon: React.ReactNode; number: number; what: string }) {
  return (
    <span className="flex items-center gap-0.5">
      {icon}
      {number}
      <span className="sr-only"> {what}</span>
    </span>
  );
}

function Assignees({ ids, members }: { ids: string[]; members: BoardMember[] }) {
  if (ids.length === 0) return null;
  const named = ids.flatMap((id) => members.find((member) => member.id === id) ?? []);
  const names = named.map((member) => member.name).join(", ");
  return (
    <span className="ml-auto flex shrink-0 -space-x-1" title={names}>
      <span className="sr-only">Assigned to {names}</span>
      {named.slice(0, 3).map((member) => (
        <span key={member.id} className="card-person" aria-hidden>
          {initialsOf(member.name)}
        </span>
      ))}
    </span>
  );
}

function partsInWords({ parts }: Card): string {
  const [first, ...more] = parts;
  if (!first) return "No parts";
  const words = first.quantity > 1 ? `${first.quantity} × ${first.description}` : first.description;
  return more.length > 0 ? `${words} + ${more.length} more` : words;
}
