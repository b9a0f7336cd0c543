"use client";
import { X } from "lucide-react";
import { type CSSProperties, type ReactNode, useEffect, useId, useRef } from "react";
import { IconButton } from "./icon-button";

type SheetProps = {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  /** Beside the title: a link to the page of its own, a menu. */
  actions?: ReactNode;
  width?: number;
  /** True to veil the page beneath; otherwise the page stays in use. */
  isModal?: boolean;
  children: ReactNode;
};

/** A panel from the right that leaves the page in its place. Escape closes it. */
export function Sheet({
  isOpen,
  onClose,
  title,
  actions,
  width = 560,
  isModal = false,
  children,
}: SheetProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const panel = sheet.current;
    if (!isOpen) return panel?.close();
    panel?.setAttribute("autofocus", "");
    if (isModal) return panel?.showModal();
    panel?.show();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog:modal"))
        onClose();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [isOpen, isModal, onClose]);
  return (
    <dialog
      ref={sheet}
      closedby={isModal ? "any" : "none"}
      onClose={onClose}
      aria-labelledby={id}
      className="ui-sheet"
      style={{ "--sheet-width": `${width}px` } as CSSProperties}
    >
      {isOpen && (
        <>
          <header className="flex min-h-13 items-center gap-2 border-b py-2 pr-2 pl-5">
            <h2 id={id} className="min-w-0 flex-1 truncate text-base font-semibold">
              {title}
            </h2>
            {actions}
            <IconButton label="Close" keys="Esc" onClick={onClose}>
              <X size={18} aria-hidden />
            </IconButton>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">{children}</div>
        </>
      )}
    </dialog>
  );
}
