import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  /** A line beneath: counts, status. */
  description?: ReactNode;
  /** Where this page hangs: a link back up. */
  up?: { href: string; name: string };
  /** Beside the title: badges. */
  beside?: ReactNode;
  /** At the right: the primary action last. */
  actions?: ReactNode;
  className?: string;
};

/** The head of a page: its one h1, where it belongs, what can be done. */
export function PageHeader({ title, description, up, beside, actions, className }: PageHeaderProps) {
  return (
    <header className={clsx("flex flex-wrap items-end gap-x-4 gap-y-2 pb-4", className)}>
      <div className="min-w-0 flex-1 basis-64">
        {up && (
          <Link
            href={up.href}
            className="inline-flex min-h-6 items-center text-xs text-ink-muted hover:text-ink hover:underline"
          >
            {up.name}
          </Link>
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 text-lg font-semibold">{title}</h1>
          {beside}
        </div>
        {description && <p className="text-ink-muted">{description}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
