"use client";
import clsx from "clsx";
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";

type Tab = { id: string; name: ReactNode; count?: number; content: ReactNode };

/** Tabs within a panel, when the address need not say which is open; arrows move between them. */
export function Tabs({
  label,
  tabs,
  className,
}: {
  label: string;
  tabs: readonly Tab[];
  className?: string;
}) {
  const id = useId();
  const [openId, setOpenId] = useState(tabs[0]?.id);
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = tabs.at((tabs.findIndex((tab) => tab.id === openId) + step) % tabs.length);
    if (!next) return;
    setOpenId(next.id);
    document.getElementById(`${id}-${next.id}`)?.focus();
  };
  return (
    <div className={className}>
      <div role="tablist" aria-label={label} onKeyDown={move} className="flex gap-5 overflow-x-auto border-b">
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${id}-${tab.id}`}
            type="button"
            role="tab"
            aria-selected={tab.id === openId}
            aria-controls={`${id}-${tab.id}-panel`}
            tabIndex={tab.id === openId ? 0 : -1}
            onClick={() => setOpenId(tab.id)}
            className="ui-tab"
          >
            {tab.name}
            {tab.count !== undefined && <span className="text-ink-faint">{tab.count}</span>}
          </button>
        ))}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab.id}
          id={`${id}-${tab.id}-panel`}
          role="tabpanel"
          aria-labelledby={`${id}-${tab.id}`}
          className={clsx("pt-4", tab.id !== openId && "hidden")}
        >
          {tab.content}
        </div>
      ))}
    </div>
  );
}
