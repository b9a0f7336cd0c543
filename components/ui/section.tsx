import clsx from "clsx";
import { type ReactNode, useId } from "react";

type SectionProps = {
  title: ReactNode;
  count?: number;
  description?: ReactNode;
  actions?: ReactNode;
  /** True for a framed panel on the page; otherwise only a heading and space. */
  isFramed?: boolean;
  children: ReactNode;
  className?: string;
};

/** A titled part of a page. */
export function Section({ title, count, description, actions, isFramed, children, className }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={clsx(isFramed && "rounded-lg border bg-surface p-4", className)}>
      <div className="mb-2 flex min-h-8 items-center gap-2">
        <h2 id={id} className="font-semibold">
          {title}
          {count !== undefined && <span className="ml-1.5 font-normal text-ink-faint">{count}</span>}
        </h2>
        {actions && <div className="ml-auto flex items-center gap-1">{actions}</div>}
      </div>
      {description && <p className="-mt-1 mb-3 max-w-prose text-ink-muted">{description}</p>}
      {children}
    </section>
  );
}
