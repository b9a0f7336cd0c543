"use client";
import clsx from "clsx";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { IconButton } from "./icon-button";

type DialogProps = {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  size?: "sm" | "md" | "lg" | "full";
  children: ReactNode;
};

const widths = { sm: "sm:w-[400px]", md: "sm:w-[560px]", lg: "sm:w-[880px]", full: "dialog-full" };

/** A window over the page: centred, on a phone from below. Its children are mounted only while it is open. */
export function Dialog({ isOpen, onClose, title, description, size = "md", children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      closedby="any"
      onClose={onClose}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      className={clsx("ui-dialog", widths[size])}
    >
      {isOpen && (
        <>
          <header className="pt-4 pr-14 pb-1 pl-5">
            <h2 id={`${id}-title`} className="text-lg font-semibold">
              {title}
            </h2>
            {description && (
              <p id={`${id}-description`} className="mt-0.5 text-ink-muted">
                {description}
              </p>
            )}
          </header>
          {children}
          {/* Last, so that the first field has the focus when the dialog opens. */}
          <IconButton label="Close" onClick={onClose} className="ui-dialog-close">
            <X size={18} aria-hidden />
          </IconButton>
        </>
      )}
    </dialog>
  );
}

/** The part of a dialog that scrolls. */
export function DialogBody({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={clsx("min-h-0 flex-1 overflow-y-auto px-5 py-3", className)}>{children}</div>;
}

/** A dialog's buttons, always in sight: the primary one last. */
export function DialogFoot({ children }: { children: ReactNode }) {
  return (
    <footer className="flex flex-wrap items-center justify-end gap-2 border-t bg-raised px-5 py-3 max-sm:[&>button]:flex-1">
      {children}
    </footer>
  );
}
