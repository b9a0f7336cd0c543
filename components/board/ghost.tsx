"use client";

import { useSyncExternalStore } from "react";
import { CardFace } from "./card-face";
import { useLift } from "./lift";
import { useShopFacts } from "./shop-facts";
import { useBoard, useMembers } from "./use-board";

/** The card in the hand: as large as it was in its column. */
export function Ghost() {
  const store = useBoard();
  const lift = useLift();
  const facts = useShopFacts();
  const members = useMembers();
  const number = useSyncExternalStore(
    lift.subscribe,
    () => lift.now?.number,
    () => undefined,
  );
  const card = number === undefined ? undefined : store.card(number);
  return (
    card && (
      <div className="board-card w-full" data-ghost="true">
        <CardFace card={card} stage={store.stage(card.stageId)} members={members} facts={facts} />
      </div>
    )
  );
}
