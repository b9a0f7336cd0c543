"use client";

import { useDraggable } from "@dnd-kit/core";
import Link from "next/link";
import { memo } from "react";
import { dueState } from "@/lib/jobs/due";
import type { BoardMember, BoardStage, Card } from "@/lib/live/card";
import { Icon } from "../ui/icon";
import { CardFace } from "./card-face";
import { useIsLifted } from "./lift";
import { useShopFacts } from "./shop-facts";
import { useFreshness } from "./use-board";

type Props = {
  card: Card;
  stage: BoardStage;
  members: BoardMember[];
  top: number;
  onKeyDown: (event: React.KeyboardEvent, card: Card) => void;
  onMoveTo: (card: Card) => void;
};

/** A card in its column: a link to the job that can be dragged, lifted by keyboard, or moved by its menu. */
export const BoardCard = memo(function BoardCard({ card, stage, members, top, onKeyDown, onMoveTo }: Props) {
  const facts = useShopFacts();
  const isLifted = useIsLifted(card.number);
  const freshness = useFreshness(card.number);
  const { setNodeRef, listeners } = useDraggable({ id: card.number, disabled: !facts.mayMove });
  const isLate =
    dueState(card.dueOn, facts.today, stage.kind === "ready" || stage.kind === "delivered") === "late";
  return (
    <li
      className="board-slot absolute inset-x-0 top-0 h-[100px]"
      style={{ transform: `translateY(${top}px)` }}
    >
      <Link
        ref={setNodeRef}
        href={`/jobs/${card.number}`}
        scroll={false}
        prefetch={false}
        draggable={false}
        className="board-card"
        data-number={card.number}
        data-late={isLate}
        data-lifted={isLifted}
        aria-roledescription={facts.mayMove ? "card that can be moved" : undefined}
        aria-describedby="board-keys"
        {...listeners}
        onKeyDown={(event) => onKeyDown(event, card)}
      >
        <CardFace card={card} stage={stage} members={members} facts={facts} />
        {freshness > 0 && <span key={freshness} className="card-glow" aria-hidden />}
      </Link>
      {facts.mayMove && (
        <button
          type="button"
          className="card-more"
          aria-label={`Move job ${card.number} to another stage`}
          onClick={() => onMoveTo(card)}
        >
          <Icon name="ellipsis" size={16} />
        </button>
      )}
    </li>
  );
});
