"use client";
import { Tabs as Primitive } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

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
  return (
    <Primitive.Root defaultValue={tabs[0]?.id} className={className}>
      <Primitive.List activateOnFocus aria-label={label} className="flex gap-5 overflow-x-auto border-b">
        {tabs.map((tab) => (
          <Primitive.Tab key={tab.id} value={tab.id} className="ui-tab">
            {tab.name}
            {tab.count !== undefined && <span className="text-ink-faint">{tab.count}</span>}
          </Primitive.Tab>
        ))}
      </Primitive.List>
      {tabs.map((tab) => (
        <Primitive.Panel key={tab.id} value={tab.id} keepMounted className="pt-4">
          {tab.content}
        </Primitive.Panel>
      ))}
    </Primitive.Root>
  );
}
