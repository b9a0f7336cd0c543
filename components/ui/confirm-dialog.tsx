"use client";
import { AlertDialog } from "@base-ui/react/alert-dialog";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "./button";
import { useWindow } from "./use-window";

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
  const { root, popup } = useWindow({ isOpen, onClose });
  const safe = useRef<HTMLButtonElement>(null);
  const [isPending, setIsPending] = useState(false);

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
    <AlertDialog.Root {...root}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop forceRender className="ui-veil" />
        <AlertDialog.Popup {...popup} initialFocus={safe} className="ui-dialog sm:w-[420px]">
          <div className="px-5 pt-5 pb-4">
            <AlertDialog.Title className="text-lg font-semibold">{title}</AlertDialog.Title>
            <AlertDialog.Description render={<div />} className="mt-1 text-ink-muted">
              {children}
            </AlertDialog.Description>
          </div>
          <div className="flex justify-end gap-2 px-5 pb-4 max-sm:[&>button]:flex-1">
            <Button ref={safe} onClick={onClose}>
              {decline}
            </Button>
            <Button variant={isDangerous ? "danger" : "primary"} isPending={isPending} onClick={answerYes}>
              {confirm}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
