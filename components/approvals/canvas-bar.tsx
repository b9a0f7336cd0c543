"use client";
import type { ReactNode } from "react";
import { Icon } from "../ui/icon";
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
            <Icon name="chevron-left" size={18} />
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
            <Icon name="chevron-right" size={18} />
          </IconButton>
        </div>
      )}
      {children}
      <div className="ml-auto flex items-center">
        <IconButton label="Farther" keys="−" aria-disabled={view.zoom <= 1} onClick={() => zoom(1 / 1.5)}>
          <Icon name="zoom-out" size={18} />
        </IconButton>
        <span className="w-14 text-center text-ink-muted max-sm:hidden">{Math.round(view.zoom * 100)} %</span>
        <IconButton label="Nearer" keys="+" aria-disabled={view.zoom >= mostZoom} onClick={() => zoom(1.5)}>
          <Icon name="zoom-in" size={18} />
        </IconButton>
        <IconButton
          label="Whole page"
          keys="0"
          className="max-sm:hidden"
          aria-disabled={view.zoom <= 1}
          onClick={() => onView(wholePage)}
        >
          <Icon name="maximize" size={18} />
        </IconButton>
      </div>
    </div>
  );
}
