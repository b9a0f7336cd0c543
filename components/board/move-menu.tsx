"use client";

import { useEffect, useRef } from "react";
import type { BoardStage, Card } from "@/lib/live/card";

type Props = {
  card: Card;
  stages: BoardStage[];
  onChoose: (stage: BoardStage) => void;
  onClose: () => void;
};

/** "Move to…": every stage as a plain list, for whoever cannot or would rather not drag. */
export function MoveMenu({ card, stages, onChoose, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const here = stages.findIndex((stage) => stage.id === card.stageId);
  const next = Math.min(here + 1, stages.length - 1);

  return (
    <dialog
      ref={dialog}
      aria-label={`Move job ${card.number} to`}
      className="m-auto w-72 rounded-lg border border-line bg-raised p-2 text-ink shadow-float backdrop:bg-veil"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <h2 className="px-2 pt-1 pb-2 text-ink-muted">
        Move <b className="text-ink">{card.number}</b> {card.customer.name} to
      </h2>
      <ul>
        {stages.map((stage, index) => (
          <li key={stage.id}>
            <button
              type="button"
              className="flex min-h-10 w-full items-center gap-2 rounded-sm px-2 text-start hover:bg-hover disabled:text-ink-faint"
              disabled={stage.id === card.stageId}
              onClick={() => {
                dialog.current?.close();
                onChoose(stage);
              }}
              autoFocus={index === next}
            >
              {stage.name}
              {stage.id === card.stageId && <span className="ml-auto text-xs">it is here</span>}
            </button>
          </li>
        ))}
      </ul>
    </dialog>
  );
}
