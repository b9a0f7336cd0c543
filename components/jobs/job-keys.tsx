"use client";
import { useEffect, useRef } from "react";
import { areKeysOn } from "../shell/single-keys";

/** Single keys of an open job: each presses or enters what bears its letter. They stand in the list that ? opens. */
export function JobKeys() {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing || !areKeysOn()) return;
      if (isElsewhere(event.target) || !/^[a-z]$/.test(event.key)) return;
      const job = mark.current?.parentElement;
      const meant = job?.querySelector<HTMLElement>(`[data-job-key="${event.key}"]`);
      if (!meant) return;
      event.preventDefault();
      meant.scrollIntoView({ block: "nearest" });
      if (meant instanceof HTMLTextAreaElement) meant.focus();
      else meant.click();
    };
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  }, []);
  return <span ref={mark} hidden />;
}

const windows =
  "dialog:modal, [aria-modal=true], [role=alertdialog], [role=menu], [popover]:popover-open:not(.toast-layer, .ui-tip)";

/** Where a letter is text, chooses from a list, or speaks to a card of the board behind. */
function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector(windows)) return true;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches("input:not([type=checkbox], [type=radio]), textarea, select") ||
    target.closest("[role=listbox], [role=menu], [data-number]") !== null
  );
}
