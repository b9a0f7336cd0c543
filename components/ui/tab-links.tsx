"use client";
import clsx from "clsx";
import Link from "next/link";
import { type ReactNode, useEffect, useRef } from "react";

type TabLink = { href: string; name: ReactNode; count?: number; isCurrent: boolean };

/** Tabs that are links: the address says which is open. Where they do not all fit, that one is in sight. */
export function TabLinks({
  label,
  tabs,
  className,
}: {
  label: string;
  tabs: readonly TabLink[];
  className?: string;
}) {
  const row = useRef<HTMLElement>(null);
  const current = tabs.find((tab) => tab.isCurrent)?.href;
  useEffect(() => {
    const tab = current && row.current?.querySelector<HTMLElement>("[aria-current]");
    if (row.current && tab)
      row.current.scrollLeft = tab.offsetLeft - (row.current.clientWidth - tab.offsetWidth) / 2;
  }, [current]);
  return (
    <nav
      ref={row}
      aria-label={label}
      className={clsx("relative flex gap-5 overflow-x-auto border-b", className)}
    >
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
