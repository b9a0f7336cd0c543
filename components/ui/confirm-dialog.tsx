"use client";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button } from "./button";

type ConfirmDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  /** A question: "Cancel job 1042?" */
  title: string;
  /** What will happen, and what is kept. */
  children?: ReactNode;
  /** The verb of the title: "Cancel job". */
  confirm: string;
  decline?: string;
  onConfirm: () => unknown;
  isDangerous?: boolean;
};

/** Asks before what cannot be undone; what can be undone should not ask but offer Undo. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, onClose, title, children, confirm, decline = "Keep as is", onConfirm, isDangerous } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [isPending, setIsPending] = useState(false);
  const id = useId();
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);

  const answerYes = async () => {
    setIsPending(true);
    try {
      await onConfirm();
    } finally {
      setIsPending(false);
      onClose();
    }
  };

  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      onClose={onClose}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      className="ui-dialog sm:w-[420px]"
    >
      <div className="px-5 pt-5 pb-4">
        <h2 id={`${id}-title`} className="text-lg font-semibold">
          {title}
        </h2>
        <div id={`${id}-text`} className="mt-1 text-ink-muted">
          {children}
        </div>
      </div>
      <footer className="flex justify-end gap-2 px-5 pb-4 max-sm:[&>button]:flex-1">
        <Button onClick={onClose} autoFocus>
          {decline}
        </Button>
        <Button variant={isDangerous ? "danger" : "primary"} isPending={isPending} onClick={answerYes}>
          {confirm}
        </Button>
      </footer>
    </dialog>
  );
}
