"use client";
import { useEffect, useRef } from "react";
import { placeBeside } from "./anchor";

const waitMs = 450;

/**
 * Shows `data-tip` (and `data-tip-keys`) of whatever is under the pointer or in focus. One listener for the whole
 * page, so that a tip costs its owner two attributes. Mounted once, in the root layout.
 */
export function Tips() {
  const tip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const panel = tip.current;
    if (!panel) return;
    let owner: HTMLElement | null = null;
    let timer = 0;

    const show = (next: HTMLElement) => {
      owner = next;
      const { tip: words = "", tipKeys } = next.dataset;
      const keys = document.createElement("span");
      keys.className = "ml-2 text-on-inverse-muted";
      keys.textContent = tipKeys ?? "";
      panel.replaceChildren(words, ...(tipKeys ? [keys] : []));
      panel.hidePopover();
      panel.showPopover();
      const anchor = next.getBoundingClientRect();
      const size = { width: panel.offsetWidth, height: panel.offsetHeight };
      const middle = (anchor.left + anchor.right - size.width) / 2;
      const screen = { width: document.documentElement.clientWidth, height: window.innerHeight };
      const box = { top: anchor.top, bottom: anchor.bottom, left: middle, right: middle + size.width };
      const { left, top } = placeBeside(box, size, screen);
      Object.assign(panel.style, { left: `${left}px`, top: `${top}px` });
    };
    const hide = () => {
      clearTimeout(timer);
      owner = null;
      panel.hidePopover();
    };
    const onOver = (event: PointerEvent) => {
      if (event.pointerType === "touch" || panel.contains(event.target as Node)) return;
      const next = (event.target as Element).closest<HTMLElement>("[data-tip]");
      if (next === owner) return;
      const isWarm = owner !== null;
      hide();
      if (next?.dataset.tip) timer = window.setTimeout(show, isWarm ? 0 : waitMs, next);
    };
    const onFocus = (event: FocusEvent) => {
      const next = (event.target as Element).closest<HTMLElement>("[data-tip]");
      hide();
      if (next?.dataset.tip && next.matches(":focus-visible")) timer = window.setTimeout(show, 0, next);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" || event.key === "Enter" || event.key === " ") hide();
    };
    document.addEventListener("pointerover", onOver, { passive: true });
    document.addEventListener("focusin", onFocus);
    document.addEventListener("pointerdown", hide);
    document.addEventListener("keydown", onKey);
    document.addEventListener("scroll", hide, { capture: true, passive: true });
    return () => {
      hide();
      document.removeEventListener("pointerover", onOver);
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("pointerdown", hide);
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("scroll", hide, { capture: true });
    };
  }, []);
  return <div ref={tip} popover="manual" role="tooltip" className="ui-tip" />;
}
