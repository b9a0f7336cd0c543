"use client";
import { ChevronLeft, ChevronRight, Maximize, ZoomIn, ZoomOut } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "../ui/icon-button";
import { mostZoom, wholePage } from "./canvas-view";
import type { CanvasLook } from "./use-canvas";

type CanvasBarProps = CanvasLook & {
  /** How many pages there are, of the longest shown. */
  pages: number;
  /** Beside the pages: what else can be done. */
  children?: ReactNode;
};

/** Beneath a proof, so that nothing covers it: its pages, and how near one looks. */
export function CanvasBar({ page, onPage, view, onView, pages, children }: CanvasBarProps) {
  const zoom = (factor: number) =>
    onView((now) => ({ ...now, zoom: Math.min(mostZoom, Math.max(1, now.zoom * factor)) }));
  return (
    <div className="flex flex-wrap items-center gap-x-1 gap-y-1 border-t bg-surface px-1 sm:gap-x-3 sm:px-2 py-1 print:hidden">
      {pages > 1 && (
        <div className="flex items-center">
          <IconButton
            label="Previous page"
            keys="Page up"
            aria-disabled={page <= 1}
            onClick={() => page > 1 && onPage(page - 1)}
          >
            <ChevronLeft size={18} aria-hidden />
          </IconButton>
          <span role="status" className="min-w-12 text-center whitespace-nowrap text-ink-muted">
            <span className="sr-only">Page </span>
            {page} of {pages}
          </span>
          <IconButton
            label="Next page"
            keys="Page down"
            aria-disabled={page >= pages}
            onClick={() => page < pages && onPage(page + 1)}
          >
            <ChevronRight size={18} aria-hidden />
          </IconButton>
        </div>
      )}
      {children}
      <div className="ml-auto flex items-center">
        <IconButton label="Farther" keys="−" aria-disabled={view.zoom <= 1} onClick={() => zoom(1 / 1.5)}>
          <ZoomOut size={18} aria-hidden />
        </IconButton>
        <span className="w-14 text-center text-ink-muted max-sm:hidden">{Math.round(view.zoom * 100)} %</span>
        <IconButton label="Nearer" keys="+" aria-disabled={view.zoom >= mostZoom} onClick={() => zoom(1.5)}>
          <ZoomIn size={18} aria-hidden />
        </IconButton>
        <IconButton
          label="Whole page"
          keys="0"
          className="max-sm:hidden"
          aria-disabled={view.zoom <= 1}
          onClick={() => onView(wholePage)}
        >
          <Maximize size={18} aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}
