"use client";
import { type FormEvent, useState } from "react";
import type { MassUnit } from "@/db/vocabulary";
import type { Answer } from "@/lib/entry/answer";
import { massUnit } from "@/lib/measures/format-mass";
import { fromMilligrams, toMilligrams } from "@/lib/measures/mass";
import { readTypedNumber, writeTypedNumber } from "@/lib/measures/typed-number";
import { editLotAction } from "@/lib/powders/actions";
import type { PowderLot } from "@/lib/powders/get-powder";
import { attempt, sayRefusal } from "../answers/attempt";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";
import { moneySign, readMoney, writeMoney } from "../jobs/money-field";
import type { ListFacts } from "../lists/list-facts";
import { Button } from "../ui/button";
import { DateField } from "../ui/date-field";
import { Dialog, DialogBody, DialogFoot } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Textarea } from "../ui/textarea";
import { toastUndo } from "../ui/toast";
import { lotInside } from "./lot-words";

type EditLotDialogProps = { lot: PowderLot; facts: ListFacts; onClose: () => void };
type LotTyped = Partial<Omit<PowderLot, "id" | "onHandMg" | "retestedOn" | "isRejected">>;

const days = { receivedOn: "Received", openedOn: "Opened", madeOn: "Made", expiresOn: "Expires" } as const;

/** What is known of a lot: its label, place, box, days and price. */
export function EditLotDialog({ lot, facts, onClose }: EditLotDialogProps) {
  const { locale, units, today } = facts;
  const unit = massUnit[units];
  const [problem, setProblem] = useState<Record<string, string>>({});
  const { send, isPending, wrong, message } = useAnswer(
    saveLot,
    (back) => {
      toastUndo("Lot changed", () => sayRefusal(attempt(() => editLotAction(back))));
      onClose();
    },
    ["label", "location", "boxMg", "priceCents", "notes", ...Object.keys(days)],
  );
  const error = (field: string) => problem[field] ?? wrong(field) ?? wrong(`changes.${field}`);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const box = readTypedNumber(text("box"), locale);
    const price = readMoney(text("price"), facts);
    const found = {
      ...(box === "malformed" ? { boxMg: "This is not a weight." } : {}),
      ...("problem" in price ? { priceCents: price.problem } : {}),
    };
    setProblem(found);
    if (box === "malformed" || "problem" in price) return;
    const typed: LotTyped = { label: text("label"), location: text("location"), notes: text("notes") };
    if (text("box") !== boxTyped(lot, unit, locale)) typed.boxMg = box ? toMilligrams(box, unit) : null;
    for (const day of Object.keys(days) as (keyof typeof days)[]) typed[day] = text(day) || null;
    if ("priceCents" in lot) {
      typed.priceCents = price.value;
      typed.priceUnit = price.value === null ? null : (lot.priceUnit ?? unit);
    }
    const changed = (Object.keys(typed) as (keyof LotTyped)[]).filter((field) => typed[field] !== lot[field]);
    const only = (of: LotTyped) => Object.fromEntries(changed.map((field) => [field, of[field]]));
    if (changed.length === 0) onClose();
    else send({ id: lot.id, changes: only(typed), was: only(lot) });
  };
  return (
    <Dialog isOpen onClose={onClose} title={`Edit ${lotInside(lot.label)}`}>
      <form method="post" noValidate onSubmit={submit} className="contents">
        <DialogBody className="grid gap-4 sm:grid-cols-2">
          <Field label="Batch or label" error={error("label")}>
            <Input name="label" defaultValue={lot.label} maxLength={100} autoComplete="off" />
          </Field>
          <Field label="Where it stands" error={error("location")}>
            <Input name="location" defaultValue={lot.location} maxLength={100} autoComplete="off" />
          </Field>
          {(Object.keys(days) as (keyof typeof days)[]).map((day) => (
            <Field key={day} label={days[day]} error={error(day)} isOptional>
              <DateField
                name={day}
                defaultValue={lot[day] ?? ""}
                max={day === "expiresOn" ? undefined : today}
              />
            </Field>
          ))}
          <Field label="A full box weighs" error={error("boxMg")} isOptional>
            <Input
              name="box"
              inputMode="decimal"
              suffix={unit}
              defaultValue={boxTyped(lot, unit, locale)}
              autoComplete="off"
            />
          </Field>
          {"priceCents" in lot && (
            <Field
              label={`Price per ${lot.priceUnit ?? unit}`}
              error={error("priceCents")}
              hint="What was drawn before keeps its cost."
              isOptional
            >
              <Input
                name="price"
                inputMode="decimal"
                prefix={moneySign(facts)}
                defaultValue={writeMoney(lot.priceCents, facts)}
                autoComplete="off"
              />
            </Field>
          )}
          <Field label="Notes" error={error("notes")} className="sm:col-span-2" isOptional>
            <Textarea name="notes" defaultValue={lot.notes} rows={3} maxLength={2000} />
          </Field>
          <RefusalNotice message={message} />
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            Save
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

type Edit = { id: string; changes: LotTyped; was: LotTyped };

/** Saves an edit and answers with the one that takes it back. */
async function saveLot({ id, changes, was }: Edit): Promise<Answer<Edit>> {
  const answer = await editLotAction({ id, changes, was });
  return answer.ok ? { ok: true, value: { id, changes: was, was: changes } } : answer;
}

const boxTyped = (lot: PowderLot, unit: Exclude<MassUnit, "box">, locale: string) =>
  lot.boxMg === null ? "" : writeTypedNumber(fromMilligrams(lot.boxMg, unit), locale, 3);
