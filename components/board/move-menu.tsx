"use client";

import type { BoardStage, Card } from "@/lib/live/card";
import { Dialog } from "../ui/dialog";

type Props = {
  card: Card;
  stages: BoardStage[];
  onChoose: (stage: BoardStage) => void;
  onClose: () => void;
};

/** "Move to…": every stage as a plain list, the next one chosen, for whoever cannot or would rather not drag. */
export function MoveMenu({ card, stages, onChoose, onClose }: Props) {
  const here = stages.findIndex((stage) => stage.id === card.stageId);
  const next = Math.min(here + 1, stages.length - 1);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="sm"
      title={`Move ${card.number} to`}
      description={card.customer.name}
    >
      <ul className="overflow-y-auto p-3">
        {stages.map((stage, index) => (
          <li key={stage.id}>
            <button
              type="button"
              className="flex min-h-10 w-full items-center gap-2 rounded-sm px-2 text-start hover:bg-hover disabled:text-ink-faint"
              disabled={index === here}
              onClick={() => {
                onClose();
                onChoose(stage);
              }}
              autoFocus={index === next}
            >
              {stage.name}
              {index === here && <span className="ml-auto text-xs">it is here</span>}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
