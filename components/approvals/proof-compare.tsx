"use client";
import clsx from "clsx";
import type { ReactNode } from "react";
import { CanvasBar } from "./canvas-bar";
import { CanvasFrame, type CanvasPage } from "./canvas-frame";
import type { CanvasPin } from "./canvas-pin";
import type { CanvasLook } from "./use-canvas";

export type ComparedSide = {
  /** In words: "Version 1". */
  name: string;
  /** Above it: its name and state. */
  head: ReactNode;
  pages: readonly CanvasPage[];
  pins?: readonly CanvasPin[];
};

type ProofCompareProps = CanvasLook & {
  older: ComparedSide;
  newer: ComparedSide;
  chosenPin?: string | null;
  onChoosePin?: (id: string) => void;
  children?: ReactNode;
  className?: string;
};

/** Two versions beside one another, above one another where it is narrow; what is done to one is done to both. */
export function ProofCompare(props: ProofCompareProps) {
  const { older, newer, chosenPin, onChoosePin, children, className, ...look } = props;
  return (
    <div className={clsx("@container flex min-h-0 flex-col", className)}>
      <div className="grid min-h-0 flex-1 auto-rows-fr gap-px bg-line @xl:grid-cols-2">
        {[older, newer].map((side) => (
          <section
            key={side.name}
            aria-label={side.name}
            className="flex min-h-0 min-w-0 flex-col bg-surface"
          >
            <div className="flex min-h-9 items-center gap-2 px-3 py-1">{side.head}</div>
            <CanvasFrame
              {...look}
              {...side}
              chosenPin={chosenPin}
              onChoosePin={onChoosePin}
              className="flex-1"
            />
          </section>
        ))}
      </div>
      <CanvasBar {...look} pages={Math.max(older.pages.length, newer.pages.length)}>
        {children}
      </CanvasBar>
    </div>
  );
}
