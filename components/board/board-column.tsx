"use client";

import { useDroppable } from "@dnd-kit/core";
import { memo, useEffect, useRef } from "react";
import type { BoardMember, BoardStage, Card } from "@/lib/live/card";
import { formatArea } from "@/lib/measures/format-area";
import { BoardCard } from "./board-card";
import { useDropLine } from "./lift";
import { useShopFacts } from "./shop-facts";
import { useColumn } from "./use-board";
import { revealRow, useRowsInSight } from "./use-rows-in-sight";

export const slotHeight = 108;
const padding = 4;

type Props = {
  stage: BoardStage;
  members: BoardMember[];
  onKeyDown: (event: React.KeyboardEvent, card: Card) => void;
  onMoveTo: (card: Card) => void;
  scrollers: Map<string, Scroller>;
};

/** How the board finds its way in a column that renders only what is seen. */
export type Scroller = { element: HTMLElement; reveal: (index: number) => void };

export const BoardColumn = memo(function BoardColumn({
  stage,
  members,
  onKeyDown,
  onMoveTo,
  scrollers,
}: Props) {
  const cards = useColumn(stage.id);
  const line = useDropLine(stage.id, cards);
  const scroller = useRef<HTMLUListElement>(null);
  const { setNodeRef } = useDroppable({ id: stage.id });
  const { from, to } = useRowsInSight(scroller, slotHeight, cards.length);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const reveal = (index: number) => revealRow(element, padding + index * slotHeight, slotHeight);
    scrollers.set(stage.id, { element, reveal });
    return () => {
      scrollers.delete(stage.id);
    };
  }, [stage.id, scrollers]);

  return (
    <section
      ref={setNodeRef}
      aria-label={stage.name}
      className="board-column flex w-60 shrink-0 max-md:w-[84vw] snap-start flex-col rounded-lg bg-sunken"
      data-stage={stage.id}
      data-target={line >= 0}
    >
      <ColumnHead stage={stage} cards={cards} />
      <ul ref={scroller} className="relative min-h-0 flex-1 overflow-y-auto overscroll-y-contain pb-2">
        <li
          aria-hidden
          className="pointer-events-none"
          style={{ height: padding * 2 + cards.length * slotHeight }}
        />
        {cards.slice(from, to).map((card, index) => (
          <BoardCard
            key={card.number}
            card={card}
            stage={stage}
            members={members}
            top={padding + (from + index) * slotHeight}
            onKeyDown={onKeyDown}
            onMoveTo={onMoveTo}
          />
        ))}
        {line >= 0 && (
          <li
            aria-hidden
            className="drop-line"
            style={{ top: padding + line * slotHeight - 6 + (line === 0 ? 2 : 0) }}
          />
        )}
      </ul>
    </section>
  );
});

function ColumnHead({ stage, cards }: { stage: BoardStage; cards: Card[] }) {
  const { locale, units } = useShopFacts();
  const area = cards.reduce((sum, card) => sum + card.areaCm2, 0);
  const isOver = stage.wipLimit !== null && cards.length > stage.wipLimit;
  return (
    <header className="flex items-baseline gap-2 px-3 pt-2.5 pb-1.5">
      <h2 className="truncate font-semibold">{stage.name}</h2>
      <span className={isOver ? "font-semibold text-late-ink" : "text-ink-muted"}>
        {cards.length}
        {stage.wipLimit !== null && ` / ${stage.wipLimit}`}
        <span className="sr-only"> jobs{isOver && ", over the limit"}</span>
      </span>
      {area > 0 && (
        <span className="ml-auto shrink-0 text-xs text-ink-faint">{formatArea(area, units, locale)}</span>
      )}
    </header>
  );
}
