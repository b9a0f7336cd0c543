"use client";
import { reopenProofAction } from "@/lib/approvals/actions";
import type { ProofVersionView } from "@/lib/approvals/proof-view";
import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFoot } from "../ui/dialog";
import { Field } from "../ui/field";
import { Textarea } from "../ui/textarea";
import { useProofAct } from "./use-proof-act";

type ReopenDialogProps = { version: ProofVersionView; onClose: () => void };

/** Takes a decided version up again; what was decided stays on record. */
export function ReopenDialog({ version, onClose }: ReopenDialogProps) {
  const { act, isPending } = useProofAct();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="sm"
      title={`Reopen version ${version.number}?`}
      description="It can be asked about again. What was decided stays on record."
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const reason = String(new FormData(event.currentTarget).get("reason") ?? "");
          const input = { versionId: version.id, version: version.version, reason };
          act(`Version ${version.number} is open again`, () => reopenProofAction(input), onClose);
        }}
      >
        <DialogBody>
          <Field label="Why" isOptional>
            <Textarea name="reason" maxLength={2000} autoFocus />
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>Keep as is</Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            Reopen
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
