"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { RefusalNotice } from "@/components/answers/refusal-notice";
import { useAnswer } from "@/components/answers/use-answer";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogBody, DialogFoot } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type StageKind, stageKinds } from "@/db/vocabulary";
import { addStageAction, changeStageAction } from "@/lib/stages/actions";
import type { StageLine } from "@/lib/stages/list-stages";
import { stageKindNames } from "./stage-kind-names";

type StageDialogProps = { isOpen: boolean; onClose: () => void; stage?: StageLine };
type Typed = Pick<
  StageLine,
  "name" | "kind" | "wipLimit" | "requiresProof" | "isShownToCustomer" | "customerName"
>;

/** A stage's name, kind, limit and what customers see of it: a new one's, or those of one that exists. */
export function StageDialog({ isOpen, onClose, stage }: StageDialogProps) {
  const router = useRouter();
  const [isShown, setIsShown] = useState(stage?.isShownToCustomer ?? true);
  const save = (typed: Typed) =>
    stage ? changeStageAction({ id: stage.id, ...typed }) : addStageAction(typed);
  const { send, isPending, wrong, message } = useAnswer<Typed, unknown>(save, () => {
    onClose();
    router.refresh();
  }, ["name", "kind", "wipLimit", "customerName"]);
  const holds = stage?.holds ?? 0;
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={stage ? `Edit ${stage.name}` : "Add a stage"} size="sm">
      <form
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const typed = new FormData(event.currentTarget);
          const limit = String(typed.get("wipLimit") ?? "").trim();
          send({
            name: String(typed.get("name") ?? ""),
            kind: (typed.get("kind") ?? stage?.kind) as StageKind,
            wipLimit: limit === "" ? null : Number(limit),
            requiresProof: typed.has("requiresProof"),
            isShownToCustomer: isShown,
            customerName: isShown ? String(typed.get("customerName") ?? "") : (stage?.customerName ?? ""),
          });
        }}
      >
        <DialogBody className="grid gap-4">
          <Field label="Name" error={wrong("name")} isRequired>
            <Input name="name" defaultValue={stage?.name} maxLength={40} autoComplete="off" />
          </Field>
          <Field
            label="Kind"
            error={wrong("kind")}
            hint={holds > 0 ? "It stays while the stage holds jobs." : "Rules and numbers go by the kind."}
          >
            <Select name="kind" defaultValue={stage?.kind ?? "working"} disabled={holds > 0}>
              {stageKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {stageKindNames[kind].name} – {stageKindNames[kind].means}
                </option>
              ))}
            </Select>
          </Field>
          <Field
            label="Limit of jobs"
            isOptional
            error={wrong("wipLimit")}
            hint="The column says so when more jobs stand in it. It refuses none."
          >
            <Input
              name="wipLimit"
              inputMode="numeric"
              defaultValue={stage?.wipLimit ?? ""}
              autoComplete="off"
            />
          </Field>
          <Checkbox
            name="requiresProof"
            defaultChecked={stage?.requiresProof}
            label="Needs an approved proof"
            hint="A job goes there, or past it, only with its proofs approved."
          />
          <fieldset className="grid gap-3 border-t pt-4">
            <legend className="sr-only">In the portal</legend>
            <Checkbox
              checked={isShown}
              onChange={(event) => setIsShown(event.target.checked)}
              label="Customers see this stage"
              hint="A step of the progress bar of their job."
            />
            {isShown && (
              <Field label="Customers read" isOptional error={wrong("customerName")}>
                <Input
                  name="customerName"
                  defaultValue={stage?.customerName}
                  placeholder={stage?.name ?? "The stage's own name"}
                  maxLength={40}
                  autoComplete="off"
                />
              </Field>
            )}
          </fieldset>
          <RefusalNotice message={message} />
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            {stage ? "Save" : "Add stage"}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
