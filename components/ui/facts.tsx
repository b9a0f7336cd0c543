import clsx from "clsx";
import type { ReactNode } from "react";

/** Names and values of one thing, in two columns. */
export function Facts({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <dl className={clsx("grid grid-cols-[minmax(88px,auto)_1fr] gap-x-4 gap-y-1.5", className)}>
      {children}
    </dl>
  );
}

/** One line of Facts; without a value it shows a dash. */
export function Fact({ name, children }: { name: ReactNode; children?: ReactNode }) {
  const isEmpty = children === undefined || children === null || children === "" || children === false;
  return (
    <>
      <dt className="text-ink-muted">{name}</dt>
      <dd className="min-w-0">{isEmpty ? <span className="text-ink-faint">–</span> : children}</dd>
    </>
  );
}
