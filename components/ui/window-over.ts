import type { Dialog } from "@base-ui/react/dialog";

type Details = Dialog.Root.ChangeEventDetails;

/** What stands over a window in the browser's own top layer, or is a window that holds the page beneath it. */
const above = "dialog:modal, [popover]:popover-open:not(.toast-layer, .ui-tip)";

/** Calls back when a window is to close; keeps it when the Escape or the press was meant for what stands over it. */
export function closing(onClose: () => void, isModal = true) {
  return (isOpen: boolean, details: Details) => {
    if (isOpen) return;
    const { event, reason } = details;
    const over = isModal ? above : `${above}, [aria-modal=true]`;
    const isForAnother =
      reason === "escape-key"
        ? event.defaultPrevented || document.querySelector(over) !== null
        : event.target instanceof Element && event.target.closest(".toast-layer") !== null;
    if (isForAnother) details.cancel();
    else onClose();
  };
}
