import clsx from "clsx";
import type { ReactNode } from "react";

type EmptyStateProps = {
  icon?: ReactNode;
  /** What is not here yet: "No powders yet". */
  title: string;
  /** What it would be good for, in a sentence. */
  children?: ReactNode;
  /** The next step: a button or link. */
  action?: ReactNode;
  className?: string;
};

/** A place with nothing in it, which names its next step. */
export function EmptyState({ icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={clsx("mx-auto flex max-w-sm flex-col items-center px-4 py-12 text-center", className)}>
      {icon && (
        <span aria-hidden className="mb-3 grid size-10 place-items-center rounded-lg bg-press text-ink-muted">
          {icon}
        </span>
      )}
      <p className="text-base font-semibold text-balance">{title}</p>
      {children && <p className="mt-1 text-pretty text-ink-muted">{children}</p>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
