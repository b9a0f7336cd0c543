import clsx from "clsx";
import { formatDay } from "@/lib/measures/format-time";
import type { PortalJob } from "@/lib/portal/portal-view";
import { Icon } from "../ui/icon";
import { Section } from "../ui/section";

/** Every step on the way with the day it was reached, and the days that count. */
export function JobSteps({ job, locale }: { job: PortalJob; locale: string }) {
  const { progress, stepDays } = job;
  if (!progress) return null;
  return (
    <Section title="On its way">
      <ol className="rounded-lg border bg-surface px-4 py-2">
        {progress.steps.map((step, index) => {
          const isDone = index < progress.at;
          const isNow = index === progress.at;
          const day = stepDays[index];
          return (
            <li
              key={step.stageIds[0]}
              aria-current={isNow ? "step" : undefined}
              className={clsx("flex min-h-9 items-center gap-3", !isDone && !isNow && "text-ink-muted")}
            >
              <span
                aria-hidden
                className={clsx(
                  "grid size-5 shrink-0 place-items-center rounded-full border",
                  isDone && "border-accent bg-accent text-on-accent",
                  isNow && "border-4 border-accent",
                  !isDone && !isNow && "border-line-strong",
                )}
              >
                {isDone && <Icon name="check" size={14} />}
              </span>
              <span className={clsx("flex-1", isNow && "font-semibold")}>{step.name}</span>
              {day && <span className="text-ink-muted">{formatDay(day, locale)}</span>}
            </li>
          );
        })}
      </ol>
      {job.dueOn && job.kind !== "ready" && job.kind !== "delivered" && (
        <p className="mt-2 text-ink-muted">Planned to be ready on {formatDay(job.dueOn, locale, "long")}.</p>
      )}
    </Section>
  );
}
