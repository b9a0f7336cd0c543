"use client";
import { useState } from "react";
import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFoot } from "../ui/dialog";
import { Field } from "../ui/field";
import { Textarea } from "../ui/textarea";

type InspectionDialogProps = {
  isPass: boolean;
  number: number;
  /** Where a pass carries it. */
  nextName: string | null;
  onRecord: (note: string) => void;
  onClose: () => void;
};

/** The inspector's verdict with what was seen; a fail wants words, for somebody must put it right. */
export function InspectionDialog({ isPass, number, nextName, onRecord, onClose }: InspectionDialogProps) {
  const [note, setNote] = useState("");
  const isReady = isPass || note.trim() !== "";
  const verb = isPass ? (nextName ? `Pass and move to ${nextName}` : "Pass") : "Record the fail";
  return (
    <Dialog isOpen onClose={onClose} size="sm" title={isPass ? `Pass ${number}` : `Fail ${number}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) onRecord(note.trim());
        }}
      >
        <DialogBody>
          <Field
            label={isPass ? "What was checked" : "What is wrong"}
            isOptional={isPass}
            hint={isPass ? "Film, gloss, adhesion, cure, looks." : "Whoever does it again reads this first."}
          >
            <Textarea
              value={note}
              autoFocus
              onChange={(event) => setNote(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
                event.currentTarget.form?.requestSubmit();
              }}
            />
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>Not yet</Button>
          <Button type="submit" variant="primary" aria-disabled={!isReady}>
            {verb}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
