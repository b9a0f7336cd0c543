"use client";

import { createContext, use, useSyncExternalStore } from "react";
import type { Card } from "@/lib/live/card";
import { lineOfPlace } from "./drop-place";

/** Its index counts the column's other cards, without the lifted one. */
export type Target = { stageId: string; index: number };
type Lifted = {
  number: number;
  seenPlacement: number;
  by: "pointer" | "keyboard";
  target: Target | null;
};

/** Which card is taken up and where it would land. Kept out of React state, so that a drag renders two columns and no more. */
export class Lift {
  private listeners = new Set<() => void>();
  now: Lifted | null = null;

  subscribe = (tell: () => void): (() => void) => {
    this.listeners.add(tell);
    return () => this.listeners.delete(tell);
  };

  set(next: Lifted | null): void {
    this.now = next;
    for (const tell of this.listeners) tell();
  }

  aim(target: Target | null): void {
    const { now } = this;
    if (!now || (now.target?.stageId === target?.stageId && now.target?.index === target?.index)) return;
    this.set({ ...now, target });
  }
}

export const LiftContext = createContext(new Lift());

export const useLift = () => use(LiftContext);

/** Above which of this column's cards the lifted one would land, or -1. */
export function useDropLine(stageId: string, cards: readonly Card[]): number {
  const lift = useLift();
  const read = () => {
    if (lift.now?.target?.stageId !== stageId) return -1;
    const { number, target } = lift.now;
    const at = cards.findIndex((card) => card.number === number);
    return lineOfPlace(target.index, at);
  };
  return useSyncExternalStore(lift.subscribe, read, () => -1);
}

export function useIsTarget(stageId: string): boolean {
  const lift = useLift();
  const read = () => lift.now?.target?.stageId === stageId;
  return useSyncExternalStore(lift.subscribe, read, () => false);
}

export function useIsLifted(number: number): boolean {
  const lift = useLift();
  return useSyncExternalStore(
    lift.subscribe,
    () => lift.now?.number === number,
    () => false,
  );
}

export function useIsLifting(): boolean {
  const lift = useLift();
  return useSyncExternalStore(
    lift.subscribe,
    () => lift.now !== null,
    () => false,
  );
}
