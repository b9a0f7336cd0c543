"use client";

import { DndContext, DragOverlay } from "@dnd-kit/core";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useCallback, useMemo, useState } from "react";
import type { Card } from "@/lib/live/card";
import { Button } from "../ui/button";
import { toast, toastUndo } from "../ui/toast";
import { BoardColumn, type Scroller } from "./board-column";
import { ColumnBar } from "./column-bar";
import { EmptyBoard } from "./empty-board";
import { FilterBar } from "./filter-bar";
import { Ghost } from "./ghost";
import { Lift, LiftContext } from "./lift";
import { type Move, sendMove } from "./send-move";
import { type ShopFacts, ShopFactsContext } from "./shop-facts";
import { Track } from "./track";
import { BoardContext, useBoardStore, useIsLoaded, useMembers, useStages } from "./use-board";
import { useDrag } from "./use-drag";
import { boardKeys } from "./use-keys";
import "./board.css";

export function Board({ facts }: { facts: ShopFacts }) {
  const { store, problem, retry } = useBoardStore(facts.memberId);
  const [lift] = useState(() => new Lift());
  return (
    <ShopFactsContext value={facts}>
      <BoardContext value={store}>
        <LiftContext value={lift}>
          {problem ? (
            <BoardProblem message={problem} retry={retry} />
          ) : (
            <BoardSurface store={store} lift={lift} />
          )}
        </LiftContext>
      </BoardContext>
    </ShopFactsContext>
  );
}

function BoardProblem({ message, retry }: { message: string; retry: () => void }) {
  return (
    <div role="alert" className="m-auto max-w-sm p-8 text-center">
      <p className="mb-4 font-semibold">{message}</p>
      <Button variant="primary" onClick={retry}>
        Try again
      </Button>
    </div>
  );
}

const MoveMenu = dynamic(() => import("./move-menu").then((module) => module.MoveMenu));
const OverrideDialog = dynamic(() => import("./override-dialog").then((module) => module.OverrideDialog));

type Asked = { move: Move; message: string };

function BoardSurface({ store, lift }: { store: ReturnType<typeof useBoardStore>["store"]; lift: Lift }) {
  const stages = useStages();
  const members = useMembers();
  const isLoaded = useIsLoaded();
  const [scrollers] = useState(() => new Map<string, Scroller>());
  const [said, setSaid] = useState("");
  const [choosing, setChoosing] = useState<Card | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const router = useRouter();

  const move = useCallback(
    async (wanted: Move) => {
      const { number } = wanted;
      const answer = await sendMove(store, wanted);
      const stage = store.stage(wanted.toStageId)?.name ?? "";
      if (answer.ok) {
        const { stageId, afterNumber } = answer.value.previous;
        setSaid(`Job ${number} is in ${stage}.`);
        if (wanted.isUndo) return;
        toastUndo(
          `${number} moved to ${stage}`,
          () => void move({ number, toStageId: stageId, afterNumber, isUndo: true }),
        );
      } else if (answer.detail?.mayOverride) {
        setAsked({ move: wanted, message: answer.message });
      } else {
        setSaid(answer.message);
        toast.problem(answer.message);
        if (answer.code === "signed-out") router.push("/sign-in");
      }
    },
    [store, router],
  );

  // The index counts the other cards of the column, without the one that moves.
  const drop = useCallback(
    (number: number, stageId: string, index: number, seenPlacement: number) => {
      const others = store.column(stageId).filter((card) => card.number !== number);
      const wasAt = store.column(stageId).findIndex((card) => card.number === number);
      if (wasAt === index) return;
      void move({
        number,
        toStageId: stageId,
        afterNumber: others[index - 1]?.number ?? null,
        seenPlacement,
      });
    },
    [store, move],
  );

  const drag = useDrag(store, lift, scrollers, drop);
  const onKeyDown = useMemo(
    () => boardKeys(store, lift, scrollers, drop, setSaid, setChoosing),
    [store, lift, scrollers, drop],
  );

  return (
    <>
      <FilterBar store={store} />
      <p id="board-keys" className="sr-only">
        Enter opens the job. Arrow keys walk the cards. Space takes a card up to carry it. M chooses a stage.
      </p>
      <p role="status" aria-live="polite" className="sr-only">
        {said}
      </p>
      <DndContext id="board" {...drag}>
        <Track>
          {isLoaded && <EmptyBoard />}
          {isLoaded
            ? stages.map((stage) => (
                <BoardColumn
                  key={stage.id}
                  stage={stage}
                  members={members}
                  onKeyDown={onKeyDown}
                  onMoveTo={setChoosing}
                  scrollers={scrollers}
                />
              ))
            : [1, 2, 3, 4, 5, 6, 7].map((one) => (
                <div key={one} className="w-60 shrink-0 rounded-lg bg-sunken" aria-hidden />
              ))}
        </Track>
        <ColumnBar scrollers={scrollers} />
        <DragOverlay dropAnimation={null}>
          <Ghost />
        </DragOverlay>
      </DndContext>
      {choosing && (
        <MoveMenu
          card={choosing}
          stages={stages}
          onClose={() => setChoosing(null)}
          onChoose={(stage) => {
            const above = store.column(stage.id).at(-1);
            void move({ number: choosing.number, toStageId: stage.id, afterNumber: above?.number ?? null });
          }}
        />
      )}
      {asked && (
        <OverrideDialog
          message={asked.message}
          onClose={() => setAsked(null)}
          onOverride={(overrideReason) =>
            void move({ ...asked.move, seenPlacement: undefined, overrideReason })
          }
        />
      )}
    </>
  );
}
