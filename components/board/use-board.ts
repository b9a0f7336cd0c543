"use client";

import { createContext, use, useEffect, useState, useSyncExternalStore } from "react";
import type { Board, BoardMember, BoardStage, Card } from "@/lib/live/card";
import { listenLive } from "../live/live-stream";
import { BoardStore } from "./board-store";

export const BoardContext = createContext<BoardStore>(new BoardStore());

export const useBoard = () => use(BoardContext);

/** A store that has read the board and follows the live stream; `problem` says why it could not. */
export function useBoardStore(memberId: string): {
  store: BoardStore;
  problem: string | null;
  retry: () => void;
} {
  const [store] = useState(() => new BoardStore());
  const [problem, setProblem] = useState<string | null>(null);
  const [tries, setTries] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new try reads again
  useEffect(() => {
    let unlisten = () => {};
    let isGone = false;
    const read = async () => {
      const board = await readBoard();
      if (isGone) return;
      store.load(board);
      setProblem(null);
    };
    read().then(
      () => {
        if (isGone) return;
        unlisten = listenLive((message) => {
          if (message.reset) void read().catch(() => undefined);
          else store.apply(message, memberId);
        }, store.seq);
      },
      (error: Error) => setProblem(error.message),
    );
    return () => {
      isGone = true;
      unlisten();
    };
  }, [store, memberId, tries]);

  return { store, problem, retry: () => setTries(tries + 1) };
}

async function readBoard(): Promise<Board> {
  const response = await fetch("/api/board").catch(() => null);
  if (response?.ok && response.body) {
    return new Response(response.body.pipeThrough(new DecompressionStream("gzip"))).json();
  }
  if (response?.status === 401) {
    location.assign("/sign-in");
    throw new Error("You are signed out.");
  }
  throw new Error("The board could not be read. Check the connection to the shop's server.");
}

export function useColumn(stageId: string): Card[] {
  const store = useBoard();
  return useSyncExternalStore(
    store.subscribe,
    () => store.column(stageId),
    () => store.column(stageId),
  );
}

export function useStages(): BoardStage[] {
  const store = useBoard();
  return useSyncExternalStore(
    store.subscribe,
    () => store.stages,
    () => store.stages,
  );
}

export function useMembers(): BoardMember[] {
  const store = useBoard();
  return useSyncExternalStore(
    store.subscribe,
    () => store.members,
    () => store.members,
  );
}

export function useIsLoaded(): boolean {
  const store = useBoard();
  return useSyncExternalStore(
    store.subscribe,
    () => store.isLoaded,
    () => false,
  );
}

export function useFreshness(number: number): number {
  const store = useBoard();
  return useSyncExternalStore(
    store.subscribe,
    () => store.freshness(number),
    () => 0,
  );
}
