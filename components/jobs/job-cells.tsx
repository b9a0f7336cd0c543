import { dueState, dueWords } from "@/lib/jobs/due";
import type { JobRow } from "@/lib/jobs/job-row";
import { formatDay } from "@/lib/measures/format-time";
import type { ListFacts } from "../lists/list-facts";
import { Badge } from "../ui/badge";
import { Swatch } from "../ui/swatch";

/** "6 × stair stringers + 2 more", with all of them on hover. */
export function PartsCell({ parts }: Pick<JobRow, "parts">) {
  const words = parts.map(({ quantity, description }) =>
    quantity > 1 ? `${quantity} × ${description}` : description,
  );
  if (words.length === 0) return <span className="text-ink-faint">No parts</span>;
  return (
    <span className="line-clamp-1" data-tip={words.length > 1 ? words.join(", ") : undefined}>
      {words[0]}
      {words.length > 1 && <span className="text-ink-faint"> + {words.length - 1} more</span>}
    </span>
  );
}

export function ColoursCell({ coats }: Pick<JobRow, "coats">) {
  const [first, ...more] = coats;
  if (!first) return <span className="text-ink-faint">No colour yet</span>;
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Swatch coats={coats.slice(0, 4)} isNamed />
      <span className="truncate">
        {first.name}
        {first.code && first.code !== first.name && (
          <span className="ml-1.5 text-ink-faint md:max-lg:hidden">{first.code}</span>
        )}
        {more.length > 0 && <span className="text-ink-faint"> + {more.length}</span>}
      </span>
    </span>
  );
}

const dueTones = { late: "late", today: "risk", soon: "risk" } as const;

/** A due date in few words, tinted when it is late or near. */
export function DueCell({
  dueOn,
  stage,
  today,
  locale,
}: Pick<JobRow, "dueOn" | "stage"> & Pick<ListFacts, "today" | "locale">) {
  if (!dueOn) return <span className="text-ink-faint">–</span>;
  const isFinished = ["ready", "delivered", "cancelled"].includes(stage.kind);
  const state = dueState(dueOn, today, isFinished);
  const exact = formatDay(dueOn, locale);
  if (isFinished) return <span className="text-ink-muted">{exact}</span>;
  const words = dueWords(dueOn, today, locale);
  if (state === "late" || state === "today" || state === "soon") {
    return (
      <Badge tone={dueTones[state]} tip={exact}>
        {words}
      </Badge>
    );
  }
  return <span data-tip={exact}>{words}</span>;
}

export function PriorityCell({ priority }: Pick<JobRow, "priority">) {
  if (priority === "rush") return <Badge tone="late">Rush</Badge>;
  if (priority === "high") return <Badge tone="risk">High</Badge>;
  return <span className="text-ink-faint">{priority === "low" ? "Low" : "–"}</span>;
}

export function StageCell({ stage }: Pick<JobRow, "stage">) {
  const isClosed = stage.kind === "delivered" || stage.kind === "cancelled";
  return <span className={isClosed ? "text-ink-muted" : undefined}>{stage.name}</span>;
}
