import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";

export type TabLink = { href: string; name: ReactNode; count?: number; isCurrent: boolean };

/** Tabs that are links: the address says which is open. */
export function TabLinks({
  label,
  tabs,
  className,
}: {
  label: string;
  tabs: readonly TabLink[];
  className?: string;
}) {
  return (
    <nav aria-label={label} className={clsx("flex gap-5 overflow-x-auto border-b", className)}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.isCurrent ? "page" : undefined}
          className="ui-tab"
        >
          {tab.name}
          {tab.count !== undefined && <span className="text-ink-faint">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
