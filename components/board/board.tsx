"use client";

import { DndContext, DragOverlay } from "@dnd-kit/core";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useCallback, useMemo, useState, useSyncExternalStore } from "react";
import type { Card } from "@/lib/live/card";
import { toast, toastUndo } from "../ui/toast";
import { BoardColumn, type Scroller } from "./board-column";
import { CardFace } from "./card-face";
import { ColumnBar } from "./column-bar";
import { FilterBar } from "./filter-bar";
import { Lift, LiftContext } from "./lift";
import { MoveMenu } from "./move-menu";
import { OverrideDialog } from "./override-dialog";
import { type Move, sendMove } from "./send-move";
import { type ShopFacts, ShopFactsContext, useShopFacts } from "./shop-facts";
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
      <p className="font-semibold">{message}</p>
      <button
        type="button"
        className="mt-4 h-9 rounded-sm bg-accent px-4 font-medium text-on-accent"
        onClick={retry}
      >
        Try again
      </button>
    </div>
  );
}

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
      <DndContext id="board" autoScroll={{ threshold: { x: 0.12, y: 0.16 } }} {...drag}>
        <div className="relative flex min-h-0 flex-1 snap-x snap-proximity scroll-px-4 gap-2 overflow-x-auto px-4 pb-3 max-md:snap-mandatory max-md:pb-2">
          {isLoaded && <EmptyBoard store={store} />}
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
        </div>
        <ColumnBar scrollers={scrollers} />
        <DragOverlay dropAnimation={null}>
          <Ghost lift={lift} store={store} />
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

function EmptyBoard({ store }: { store: ReturnType<typeof useBoardStore>["store"] }) {
  const isEmpty = useSyncExternalStore(
    store.subscribe,
    () => store.size === 0,
    () => false,
  );
  const { mayCreate } = useShopFacts();
  if (!isEmpty) return null;
  return (
    <div className="board-empty pointer-events-none absolute inset-0 z-10 grid place-items-center p-6">
      <div className="pointer-events-auto max-w-sm rounded-lg border border-line bg-raised p-6 text-center shadow-float">
        <p className="text-base font-semibold">No open jobs</p>
        <p className="mt-1 text-ink-muted">
          Take in the first one at the counter, or bring in the shop’s old job log.
        </p>
        {mayCreate && (
          <p className="mt-4 flex flex-wrap justify-center gap-2">
            <Link
              href="/jobs/new"
              className="flex h-9 items-center rounded-sm bg-accent px-4 font-medium text-on-accent"
            >
              New job
            </Link>
            <Link
              href="/imports"
              className="flex h-9 items-center rounded-sm border border-line-strong px-4 font-medium"
            >
              Import
            </Link>
          </p>
        )}
      </div>
    </div>
  );
}

function Ghost({ lift, store }: { lift: Lift; store: ReturnType<typeof useBoardStore>["store"] }) {
  const number = useSyncExternalStore(
    lift.subscribe,
    () => lift.now?.number,
    () => undefined,
  );
  const members = useMembers();
  const card = number === undefined ? undefined : store.card(number);
  return (
    <ShopFactsContext.Consumer>
      {(facts) =>
        card &&
        facts && (
          <div className="board-card w-60" data-ghost="true">
            <CardFace card={card} stage={store.stage(card.stageId)} members={members} facts={facts} />
          </div>
        )
      }
    </ShopFactsContext.Consumer>
  );
}
