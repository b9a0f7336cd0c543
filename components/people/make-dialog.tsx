"use client";
import { type ReactNode, useState } from "react";
import { RefusalNotice } from "../answers/refusal-notice";
import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFoot } from "../ui/dialog";

type MakeDialogProps = {
  title: string;
  /** On the button that makes it. */
  verb: string;
  made: { title: string; shown: ReactNode } | null;
  isPending: boolean;
  message: string | undefined;
  onMake: (typed: FormData) => void;
  /** Forgets what was made: it is shown this once. */
  onClose: () => void;
  children: ReactNode;
};

/** A button with a form behind it; what the form makes takes its place and is shown once. */
export function MakeDialog({
  title,
  verb,
  made,
  isPending,
  message,
  onMake,
  onClose,
  children,
}: MakeDialogProps) {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => {
    setIsOpen(false);
    onClose();
  };
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        {title}
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={made?.title ?? title} size="sm">
        {made ? (
          <>
            <DialogBody>{made.shown}</DialogBody>
            <DialogFoot>
              <Button onClick={close}>Done</Button>
            </DialogFoot>
          </>
        ) : (
          <form
            method="post"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              onMake(new FormData(event.currentTarget));
            }}
          >
            <DialogBody className="grid gap-4">
              {children}
              <RefusalNotice message={message} />
            </DialogBody>
            <DialogFoot>
              <Button onClick={close}>Cancel</Button>
              <Button type="submit" variant="primary" isPending={isPending}>
                {verb}
              </Button>
            </DialogFoot>
          </form>
        )}
      </Dialog>
    </>
  );
}
