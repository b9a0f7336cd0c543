"use client";

import type { BoardStage, Card } from "@/lib/live/card";
import type { Scroller } from "./board-column";
import type { BoardStore } from "./board-store";
import type { Lift, Target } from "./lift";

type Drop = (number: number, stageId: string, index: number, seenPlacement: number) => void;
type Say = (words: string) => void;

/** The board by keyboard: arrows walk the cards; Space takes one up, arrows carry it, Space or Enter puts it down. */
export function boardKeys(
  store: BoardStore,
  lift: Lift,
  scrollers: Map<string, Scroller>,
  drop: Drop,
  say: Say,
  openMenu: (card: Card) => void,
) {
  const order = (): BoardStage[] => store.stages;

  const focusCard = (stageId: string, index: number) => {
    const card = store.column(stageId)[index];
    if (!card) return;
    scrollers.get(stageId)?.reveal(index);
    requestAnimationFrame(() => {
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>(`[data-number="${card.number}"]`)?.focus(),
      );
    });
  };

  const walk = (card: Card, across: number, along: number) => {
    const stages = order();
    const at = stages.findIndex((stage) => stage.id === card.stageId);
    if (along !== 0) {
      const index = store.column(card.stageId).findIndex((one) => one.number === card.number);
      return focusCard(card.stageId, Math.max(0, index + along));
    }
    for (let next = at + across; next >= 0 && next < stages.length; next += across) {
      const stage = stages[next];
      if (stage && store.column(stage.id).length > 0) return focusCard(stage.id, 0);
    }
  };

  const carry = (card: Card, across: number, along: number) => {
    const target = lift.now?.target;
    if (!target) return;
    const stages = order();
    const at = stages.findIndex((stage) => stage.id === target.stageId);
    const stage = stages[Math.max(0, Math.min(stages.length - 1, at + across))];
    if (!stage) return;
    const size = store.column(stage.id).filter((one) => one.number !== card.number).length;
    const index = across !== 0 ? 0 : Math.max(0, Math.min(size, target.index + along));
    lift.aim({ stageId: stage.id, index });
    scrollers.get(stage.id)?.reveal(Math.max(0, Math.min(index, store.column(stage.id).length - 1)));
    scrollers.get(stage.id)?.element.scrollIntoView({ inline: "nearest", block: "nearest" });
    say(`Job ${card.number}: ${stage.name}, place ${index + 1} of ${size + 1}`);
  };

  const takeUp = (card: Card) => {
    const index = store.column(card.stageId).findIndex((one) => one.number === card.number);
    const seenPlacement = store.known(card.number)?.placement ?? 1;
    const target: Target = { stageId: card.stageId, index };
    lift.set({ number: card.number, seenPlacement, by: "keyboard", target });
    say(
      `Job ${card.number} taken up. Arrow keys carry it, Space puts it down, Escape leaves it where it was.`,
    );
  };

  const putDown = (card: Card) => {
    const lifted = lift.now;
    lift.set(null);
    if (!lifted?.target) return;
    const { stageId, index } = lifted.target;
    drop(card.number, stageId, index, lifted.seenPlacement);
    requestAnimationFrame(() =>
      focusCard(
        stageId,
        store.column(stageId).findIndex((one) => one.number === card.number),
      ),
    );
  };

  return (event: React.KeyboardEvent, card: Card) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const arrow = arrows[event.key];
    const isLifted = lift.now?.by === "keyboard" && lift.now.number === card.number;
    if (arrow) (isLifted ? carry : walk)(card, arrow[0], arrow[1]);
    else if (event.key === " ") (isLifted ? putDown : takeUp)(card);
    else if (event.key === "Enter" && isLifted) putDown(card);
    else if (event.key === "Escape" && isLifted) {
      lift.set(null);
      say(`Job ${card.number} left where it was.`);
    } else if (event.key === "m") openMenu(card);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

const arrows: Record<string, [across: number, along: number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
