"use client";

import { useDroppable } from "@dnd-kit/core";
import type { BoardStage } from "@/lib/live/card";
import type { Scroller } from "./board-column";
import { useIsLifting, useIsTarget } from "./lift";
import { useColumn, useStages } from "./use-board";

/** On a phone: every column in thumb reach, to go to by tap and to drop a card on. */
export function ColumnBar({ scrollers }: { scrollers: Map<string, Scroller> }) {
  const stages = useStages();
  const isLifting = useIsLifting();
  return (
    <nav
      aria-label="Columns"
      data-lifting={isLifting}
      className="column-bar flex gap-1.5 overflow-x-auto border-t border-line bg-surface px-3 py-2 md:hidden"
    >
      {stages.map((stage) => (
        <ColumnChip
          key={stage.id}
          stage={stage}
          onGo={() =>
            scrollers
              .get(stage.id)
              ?.element.closest("section")
              ?.scrollIntoView({ inline: "center", block: "nearest", behavior: "smooth" })
          }
        />
      ))}
    </nav>
  );
}

function ColumnChip({ stage, onGo }: { stage: BoardStage; onGo: () => void }) {
  const count = useColumn(stage.id).length;
  const isTarget = useIsTarget(stage.id);
  const { setNodeRef } = useDroppable({ id: `bar:${stage.id}` });
  return (
    <button
      ref={setNodeRef}
      type="button"
      data-target={isTarget}
      className="flex min-h-9 shrink-0 items-center gap-1.5 rounded-sm border border-line px-2.5 data-[target=true]:border-accent data-[target=true]:bg-accent-wash"
      onClick={onGo}
    >
      {stage.name}
      <span className="text-xs text-ink-faint">{count}</span>
    </button>
  );
}
