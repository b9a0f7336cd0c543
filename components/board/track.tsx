"use client";

import clsx from "clsx";
import type { ReactNode } from "react";
import { useIsLifting } from "./lift";

const track = "relative flex min-h-0 flex-1 scroll-px-4 gap-2 overflow-x-auto px-4 pb-3 max-md:pb-2";

/** The row of columns. It snaps to them, but not under a card in the hand: there a snap is a leap of a whole column. */
export function Track({ children }: { children: ReactNode }) {
  const isLifting = useIsLifting();
  return (
    <div className={clsx(track, !isLifting && "snap-x snap-proximity max-md:snap-mandatory")}>{children}</div>
  );
}
