import clsx from "clsx";
import type { ReactNode } from "react";

export type Tone = "plain" | "accent" | "late" | "risk" | "done";

const tones: Record<Tone, string> = {
  plain: "bg-press text-ink-muted",
  accent: "bg-accent-wash text-accent-ink",
  late: "bg-late-wash text-late-ink",
  risk: "bg-risk-wash text-risk-ink",
  done: "bg-done-wash text-done-ink",
};

type BadgeProps = { tone?: Tone; icon?: ReactNode; children: ReactNode; tip?: string; className?: string };

/** A word about the state of a thing. Late, risk and done are said in words too, never by colour alone. */
export function Badge({ tone = "plain", icon, children, tip, className }: BadgeProps) {
  return (
    <span
      data-tip={tip}
      className={clsx(
        "inline-flex h-5 max-w-full items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap",
        tones[tone],
        className,
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
