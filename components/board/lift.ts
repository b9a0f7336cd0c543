"use client";

import { createContext, use, useSyncExternalStore } from "react";

export type Target = { stageId: string; index: number };
export type Lifted = {
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

/** The index a card would land at in this column, or -1. */
export function useTargetIndex(stageId: string): number {
  const lift = useLift();
  const read = () => (lift.now?.target?.stageId === stageId ? lift.now.target.index : -1);
  return useSyncExternalStore(lift.subscribe, read, () => -1);
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
