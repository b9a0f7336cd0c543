"use client";
import { type FormEvent, type ReactNode, useState } from "react";
import type { MassUnit } from "@/db/vocabulary";
import type { Answer } from "@/lib/entry/answer";
import { formatMass, massUnit } from "@/lib/measures/format-mass";
import { countLotAction, recordWasteAction, reverseMovementAction } from "@/lib/powders/actions";
import type { PowderLot } from "@/lib/powders/get-powder";
import type { Posted } from "@/lib/powders/post-movement";
import { attempt, sayRefusal } from "../answers/attempt";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";
import { useOnceId } from "../answers/use-once-id";
import type { ListFacts } from "../lists/list-facts";
import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFoot } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { toast, toastUndo } from "../ui/toast";
import { lotInside } from "./lot-words";
import { readWeight, WeightField } from "./weight-field";

type LotDialogProps = { lot: PowderLot; facts: ListFacts; onClose: () => void };
type Weighed = { onceId: string; lotId: string; quantity: number; unit: MassUnit; reason: string };

type WeighDialogProps = LotDialogProps & {
  title: string;
  weight: string;
  reasons: readonly string[];
  confirm: string;
  said: string;
  isZeroAllowed?: boolean;
  send: (input: Weighed) => Promise<Answer<Posted>>;
  children?: ReactNode;
};

/** Sets a lot to what stands on the shelf. */
export function CountDialog(props: LotDialogProps) {
  const { lot } = props;
  return (
    <WeighDialog
      {...props}
      title={`Count ${lotInside(lot.label)}`}
      weight="On the shelf"
      reasons={["Stock count", "The box is empty", "Scale was off"]}
      confirm="Set to this"
      said="Counted"
      isZeroAllowed
      send={countLotAction}
    />
  );
}

/** Writes off what cannot be used. */
export function WasteDialog(props: LotDialogProps) {
  const { lot } = props;
  return (
    <WeighDialog
      {...props}
      title={`Write off from ${lotInside(lot.label)}`}
      weight="Thrown away"
      reasons={["Spilt", "Contaminated", "Expired", "Purge"]}
      confirm="Write off"
      said="Written off"
      send={recordWasteAction}
    />
  );
}

function WeighDialog({ lot, facts, onClose, send: command, ...words }: WeighDialogProps) {
  const { units, locale } = facts;
  const [weight, setWeight] = useState({ typed: "", unit: massUnit[units] as MassUnit });
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<{ quantity?: string; reason?: string }>({});
  const onceId = useOnceId();
  const { send, isPending, wrong, message } = useAnswer(
    command,
    ({ id }) => {
      toastUndo(words.said, () =>
        sayRefusal(attempt(() => reverseMovementAction({ id, reason: "Taken back at once" }))),
      );
      onClose();
    },
    ["quantity", "reason"],
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const quantity = readWeight(weight, locale);
    const isGiven = quantity !== null && (quantity > 0 || words.isZeroAllowed);
    setProblem({
      ...(isGiven ? {} : { quantity: words.isZeroAllowed ? "Give a weight." : "Give a weight above zero." }),
      ...(reason.trim() ? {} : { reason: "Say why." }),
    });
    if (!isGiven || quantity === null || !reason.trim()) return;
    send({ onceId, lotId: lot.id, quantity, unit: weight.unit, reason });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="sm"
      title={words.title}
      description={`The ledger says ${formatMass(lot.onHandMg, units, locale)}.`}
    >
      <form method="post" noValidate onSubmit={submit} className="contents">
        <DialogBody className="grid gap-4">
          <WeightField
            label={words.weight}
            value={weight}
            onChange={setWeight}
            hasBoxes={lot.boxMg !== null}
            error={problem.quantity ?? wrong("quantity")}
            isLarge
          />
          <Reason
            value={reason}
            choices={words.reasons}
            error={problem.reason ?? wrong("reason")}
            onChange={setReason}
          />
          <RefusalNotice message={message} />
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            {words.confirm}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

type ReasonProps = {
  value: string;
  choices: readonly string[];
  error?: string;
  onChange: (value: string) => void;
};

/** Why: one press for the usual reasons, words for the rest. */
function Reason({ value, choices, error, onChange }: ReasonProps) {
  return (
    <div className="grid gap-1.5">
      <Field label="Why" error={error} isRequired>
        <Input
          value={value}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap gap-1.5">
        {choices.map((one) => (
          <Button key={one} size="sm" aria-pressed={value === one} onClick={() => onChange(one)}>
            {one}
          </Button>
        ))}
      </div>
    </div>
  );
}

type TakeBackDialogProps = { id: string; what: string; onClose: () => void };

/** Takes a line of the ledger back by its opposite. */
export function TakeBackDialog({ id, what, onClose }: TakeBackDialogProps) {
  const [reason, setReason] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const { send, isPending, wrong, message } = useAnswer(reverseMovementAction, () => {
    toast("Taken back");
    onClose();
  }, ["reason"]);
  const error = isMissing && !reason.trim() ? "Say why." : wrong("reason");
  return (
    <Dialog isOpen onClose={onClose} size="sm" title="Take this line back" description={what}>
      <form
        method="post"
        noValidate
        className="contents"
        onSubmit={(event) => {
          event.preventDefault();
          setIsMissing(true);
          if (reason.trim()) send({ id, reason });
        }}
      >
        <DialogBody className="grid gap-3">
          <Reason
            value={reason}
            choices={["Wrong lot", "Wrong weight", "Wrong job"]}
            error={error}
            onChange={setReason}
          />
          <p className="text-ink-muted">The line stays; its opposite is written beside it.</p>
          <RefusalNotice message={message} />
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            Take back
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
