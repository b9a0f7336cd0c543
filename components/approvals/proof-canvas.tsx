"use client";
import clsx from "clsx";
import type { ReactNode } from "react";
import { CanvasBar } from "./canvas-bar";
import { CanvasFrame, type CanvasProps } from "./canvas-frame";

export type { CanvasPage, PlacedPin } from "./canvas-frame";
export type { CanvasPin } from "./canvas-pin";

type ProofCanvasProps = CanvasProps & { /** In the bar beneath, beside the pages. */ children?: ReactNode };

/** The pages of a proof, large, with pins; give it a height and `useCanvas()`. */
export function ProofCanvas({ className, children, ...canvas }: ProofCanvasProps) {
  const { page, onPage, view, onView, pages } = canvas;
  return (
    <div className={clsx("flex min-h-0 flex-col", className)}>
      <CanvasFrame {...canvas} className="flex-1" />
      <CanvasBar page={page} onPage={onPage} view={view} onView={onView} pages={pages.length}>
        {children}
      </CanvasBar>
    </div>
  );
}
