import clsx from "clsx";
import type { JobProgress } from "@/lib/portal/progress";

type StepBarProps = {
  progress: JobProgress;
  /** False where the words beside it already name the step. */
  isNamed?: boolean;
};

/** How far a job has come, step by step: done ones filled, its own one marked, in words and in a bar. */
export function StepBar({ progress: { steps, at }, isNamed = true }: StepBarProps) {
  const now = steps[at]?.name ?? "";
  const next = steps[at + 1]?.name;
  return (
    <div>
      <div
        role="progressbar"
        aria-label="How far it has come"
        aria-valuemin={1}
        aria-valuemax={steps.length}
        aria-valuenow={at + 1}
        aria-valuetext={`${now}, step ${at + 1} of ${steps.length}`}
        className="flex h-2 gap-0.5"
      >
        {steps.map((step, index) => (
          <span
            key={step.stageIds[0]}
            className={clsx(
              "flex-1 first:rounded-l-full last:rounded-r-full",
              index <= at ? "bg-accent" : "bg-press",
            )}
          />
        ))}
      </div>
      {isNamed && (
        <p className="mt-1.5 flex flex-wrap justify-between gap-x-3">
          <span className="font-medium">{now}</span>
          <span className="text-ink-muted">
            {next ? `Next: ${next}` : `Step ${at + 1} of ${steps.length}`}
          </span>
        </p>
      )}
    </div>
  );
}
