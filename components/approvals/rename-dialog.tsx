"use client";
import { renameProofAction } from "@/lib/approvals/actions";
import type { ProofView } from "@/lib/approvals/proof-view";
import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFoot } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { useProofAct } from "./use-proof-act";

type RenameDialogProps = { proof: Pick<ProofView, "id" | "title">; onClose: () => void };

/** Gives a proof another title, which customers read too. */
export default function RenameDialog({ proof, onClose }: RenameDialogProps) {
  const { act, isPending } = useProofAct();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="sm"
      title="Rename the proof"
      description="Customers read this name too."
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const title = String(new FormData(event.currentTarget).get("title") ?? "").trim();
          act(`Renamed to ${title}`, () => renameProofAction({ proofId: proof.id, title }), onClose);
        }}
      >
        <DialogBody>
          <Field label="Title" isRequired>
            <Input name="title" maxLength={120} defaultValue={proof.title} autoFocus />
          </Field>
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            Rename
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
