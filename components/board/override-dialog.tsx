"use client";

import { useId } from "react";
import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFoot } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

type Props = { message: string; onOverride: (reason: string) => void; onClose: () => void };

/** Asks a manager for the reason that lets a job on without a pass, or without an approved proof. */
export function OverrideDialog({ message, onOverride, onClose }: Props) {
  const form = useId();
  return (
    <Dialog isOpen onClose={onClose} size="sm" title="Move it anyway?" description={message}>
      <DialogBody>
        <form
          id={form}
          action={(fields) => {
            onClose();
            onOverride(String(fields.get("reason")).trim());
          }}
        >
          <Field label="Reason" hint="It is kept in the job’s history." isRequired>
            <Input name="reason" maxLength={500} pattern=".*\S.*" autoFocus />
          </Field>
        </form>
      </DialogBody>
      <DialogFoot>
        <Button variant="quiet" onClick={onClose}>
          Leave it
        </Button>
        <Button type="submit" form={form} variant="primary">
          Override and move
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
