import clsx from "clsx";
import type { ReactNode } from "react";
import type { Tone } from "./badge";

type ProgressProps = {
  label: string;
  value: number;
  max: number;
  /** Beside the bar, in place of "412 of 900": "3 of 8 stages". */
  count?: ReactNode;
  tone?: Exclude<Tone, "plain">;
  isLabelHidden?: boolean;
  /** A cancel button. */
  action?: ReactNode;
  className?: string;
};

const fills = { accent: "bg-accent", late: "bg-late", risk: "bg-risk", done: "bg-done" };

/** How far something long has come, by bar and by count. */
export function Progress(props: ProgressProps) {
  const { label, value, max, count, tone = "accent", isLabelHidden, action, className } = props;
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div className={className}>
      <div className="mb-1 flex items-center justify-between gap-3 text-xs">
        <span className={isLabelHidden ? "sr-only" : "truncate font-medium"}>{label}</span>
        <span className="ml-auto shrink-0 text-ink-muted">{count ?? `${value} of ${max}`}</span>
        {action}
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={Math.min(value, max)}
        className="h-1.5 overflow-hidden rounded-full bg-press"
      >
        <div
          className={clsx("h-full origin-left rounded-full transition-transform", fills[tone])}
          style={{ transform: `scaleX(${share})` }}
        />
      </div>
    </div>
  );
}
