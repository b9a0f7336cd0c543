"use client";
import { useState } from "react";
import { addMonths } from "@/lib/measures/days";
import { retestLotAction, takeBackRetestAction } from "@/lib/powders/actions";
import type { PowderLot } from "@/lib/powders/get-powder";
import { attempt, sayRefusal } from "../answers/attempt";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";
import type { ListFacts } from "../lists/list-facts";
import { Button } from "../ui/button";
import { DateField } from "../ui/date-field";
import { Dialog, DialogBody, DialogFoot } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { RadioGroup } from "../ui/radio-group";
import { toastUndo } from "../ui/toast";
import { lotInside } from "./lot-words";

type RetestDialogProps = { lot: PowderLot; facts: ListFacts; onClose: () => void };

/** Records what a sprayed swatch of an old lot showed. */
export function RetestDialog({ lot, facts, onClose }: RetestDialogProps) {
  const from = lot.expiresOn && lot.expiresOn > facts.today ? lot.expiresOn : facts.today;
  const [verdict, setVerdict] = useState("good");
  const [expiresOn, setExpiresOn] = useState(addMonths(from, 3));
  const [note, setNote] = useState("");
  const isGood = verdict === "good";
  const { send, isPending, wrong, message } = useAnswer(retestLotAction, () => {
    toastUndo(isGood ? "Retested and good" : "Retested: drawn from no more", () =>
      sayRefusal(attempt(() => takeBackRetestAction({ lotId: lot.id }))),
    );
    onClose();
  }, ["expiresOn", "note"]);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="sm"
      title={`Retest ${lotInside(lot.label)}`}
      description="Spray and cure a swatch, then say how it looks."
    >
      <form
        method="post"
        noValidate
        className="contents"
        onSubmit={(event) => {
          event.preventDefault();
          send({ lotId: lot.id, isGood, expiresOn: isGood ? expiresOn : null, note });
        }}
      >
        <DialogBody className="grid gap-4">
          <RadioGroup
            legend="The swatch is"
            name="verdict"
            value={verdict}
            onChange={setVerdict}
            choices={[
              { value: "good", label: "Good", hint: "The lot may be used again." },
              { value: "bad", label: "Bad", hint: "Nothing more is drawn from it." },
            ]}
          />
          {isGood && (
            <Field label="Good through" error={wrong("expiresOn")} isRequired>
              <DateField
                value={expiresOn}
                today={from}
                min={facts.today}
                shortcuts={[
                  { label: "1 month", days: 30 },
                  { label: "3 months", days: 91 },
                  { label: "6 months", days: 182 },
                ]}
                onChange={setExpiresOn}
              />
            </Field>
          )}
          <Field label="What it showed" error={wrong("note")} isOptional>
            <Input
              value={note}
              maxLength={500}
              autoComplete="off"
              onChange={(event) => setNote(event.target.value)}
            />
          </Field>
          <RefusalNotice message={message} />
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            Record
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
