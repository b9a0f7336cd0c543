import type { Dialog } from "@base-ui/react/dialog";
import { useLayoutEffect, useRef } from "react";

type UseWindow = { isOpen: boolean; onClose: () => void; isModal?: boolean };

/** What lies in the browser's own top layer, over every window. */
const topLayer = "dialog:modal, [popover]:popover-open:not(.toast-layer, .ui-tip)";

/** What windows have in common: who takes an Escape, and where the focus goes back. Spread on the primitive's parts. */
export function useWindow({ isOpen, onClose, isModal = true }: UseWindow) {
  const popup = useRef<HTMLDivElement>(null);
  const before = useRef<HTMLElement>(null);

  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (isOpen && focused instanceof HTMLElement && focused !== document.body) before.current = focused;
  }, [isOpen]);

  const onOpenChange = (_: boolean, details: Dialog.Root.ChangeEventDetails) => {
    const { event, reason } = details;
    const isToast = event.target instanceof Element && event.target.closest(".toast-layer") !== null;
    const isTaken = event.defaultPrevented || isCovered(popup.current);
    if (reason === "escape-key" ? isTaken : isToast) details.cancel();
    else onClose();
  };
  // A field with autoFocus hides from the primitive what had the focus; true leaves the choice to it.
  const finalFocus = () => (before.current?.isConnected ? before.current : true);
  return {
    root: { open: isOpen, onOpenChange },
    popup: { ref: popup, finalFocus, "aria-modal": isModal || undefined },
  };
}

/** Windows that do not hold one another know nothing of each other; the last modal one opened is on top. */
function isCovered(popup: Element | null): boolean {
  const top = [...document.querySelectorAll("[aria-modal=true]")].at(-1);
  return (top !== undefined && top !== popup) || document.querySelector(topLayer) !== null;
}
