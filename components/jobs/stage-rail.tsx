import clsx from "clsx";
import type { ViewedStage } from "@/lib/jobs/job-view";

/** Where a job is on its way, as a row of steps; where there is no room for their names, the one it is in is named below. */
export function StageRail({ stages, now }: { stages: readonly ViewedStage[]; now: ViewedStage }) {
  const way = stages.filter((stage) => stage.kind !== "cancelled" || stage.id === now.id);
  const at = way.findIndex((stage) => stage.id === now.id);
  return (
    <>
      <ol aria-label="Stages" className="mt-2.5 flex gap-1">
        {way.map((stage, index) => (
          <li
            key={stage.id}
            aria-current={index === at ? "step" : undefined}
            data-tip={stage.name}
            className="min-w-0 flex-1"
          >
            <span
              className={clsx(
                "block h-1 rounded-full",
                index < at ? "bg-ink-faint" : index === at ? "bg-accent" : "bg-press",
              )}
            />
            <span
              className={clsx(
                "mt-1 block truncate text-xs @max-2xl:sr-only",
                index === at ? "font-semibold text-ink" : "text-ink-faint",
              )}
            >
              {stage.name}
            </span>
          </li>
        ))}
      </ol>
      <p aria-hidden className="mt-1 text-xs text-ink-faint @2xl:hidden">
        <span className="font-semibold text-ink">{now.name}</span>
        {at >= 0 && `, step ${at + 1} of ${way.length}`}
      </p>
    </>
  );
}
