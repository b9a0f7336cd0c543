"use client";
import { type ReactNode, useEffect, useRef } from "react";

type OpenedPanelProps = { measure: string; children: ReactNode };

/** Brings what a pressed tile opened into sight and under the keyboard, and gives the keyboard back to the tile after. */
export function OpenedPanel({ measure, children }: OpenedPanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const tile = document.querySelector<HTMLElement>(`[data-measure="${measure}"]`);
    const opened = panel.current;
    if (document.activeElement === tile) opened?.focus({ preventScroll: true });
    if (opened && opened.getBoundingClientRect().top > window.innerHeight * 0.75) {
      const isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      opened.scrollIntoView({ behavior: isStill ? "auto" : "smooth" });
    }
    return () => {
      if (document.activeElement === document.body) tile?.focus();
    };
  }, [measure]);
  return (
    <div ref={panel} tabIndex={-1} className="scroll-mt-4 outline-none">
      {children}
    </div>
  );
}
