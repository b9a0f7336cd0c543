"use client";

import { type RefObject, useEffect, useState } from "react";

const more = 3;
/** Before the column is measured: as many rows as a tall screen shows. */
const assumedHeight = 900;

/** The rows of one height that a scrolled list shows, and a few on either side: the first, and the one after the last. */
export function useRowsInSight(
  scroller: RefObject<HTMLElement | null>,
  rowHeight: number,
  count: number,
): { from: number; to: number } {
  const [sight, setSight] = useState(() => sightOf(0, assumedHeight, rowHeight));

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => {
      const next = sightOf(element.scrollTop, element.clientHeight, rowHeight);
      setSight((was) => (was.from === next.from && was.to === next.to ? was : next));
    };
    const resizes = new ResizeObserver(look);
    resizes.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      resizes.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [scroller, rowHeight]);

  return { from: Math.min(sight.from, count), to: Math.min(sight.to, count) };
}

/** Scrolls a list no further than it takes to show a row. */
export function revealRow(element: HTMLElement, top: number, height: number): void {
  const bottom = top + height;
  if (top < element.scrollTop) element.scrollTop = top;
  else if (bottom > element.scrollTop + element.clientHeight)
    element.scrollTop = bottom - element.clientHeight;
}

function sightOf(scrollTop: number, height: number, rowHeight: number) {
  return {
    from: Math.max(0, Math.floor(scrollTop / rowHeight) - more),
    to: Math.ceil((scrollTop + height) / rowHeight) + more,
  };
}
