"use client";
import { type FormEvent, useState } from "react";
import type { MassUnit } from "@/db/vocabulary";
import { massUnit } from "@/lib/measures/format-mass";
import { formatDay } from "@/lib/measures/format-time";
import { toMilligrams } from "@/lib/measures/mass";
import { readTypedNumber } from "@/lib/measures/typed-number";
import { receiveLotsAction, takeBackLotsAction } from "@/lib/powders/actions";
import type { PowderDetail } from "@/lib/powders/get-powder";
import { expiryOf } from "@/lib/powders/shelf-life";
import { attempt, sayRefusal } from "../answers/attempt";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";
import { useOnceId } from "../answers/use-once-id";
import { moneySign, readMoney, writeMoney } from "../jobs/money-field";
import type { ListFacts } from "../lists/list-facts";
import { Button } from "../ui/button";
import { DateField } from "../ui/date-field";
import { Dialog, DialogBody, DialogFoot } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { RadioGroup } from "../ui/radio-group";
import { toastUndo } from "../ui/toast";
import { lifeWords } from "./lot-words";
import { readWeight, WeightField } from "./weight-field";

type ReceiveDialogProps = { powder: PowderDetail; facts: ListFacts; onClose: () => void };

/** Takes in powder: how many boxes of what weight, under which label, where they stand, and how long they keep. */
export default function ReceiveDialog({ powder, facts, onClose }: ReceiveDialogProps) {
  const { locale, currency, today } = facts;
  const unit = massUnit[facts.units];
  const [boxes, setBoxes] = useState("1");
  const [weight, setWeight] = useState({ typed: "", unit: unit as MassUnit });
  const [keepAs, setKeepAs] = useState("each");
  const [receivedOn, setReceivedOn] = useState(today);
  const [madeOn, setMadeOn] = useState("");
  const [expiresOn, setExpiresOn] = useState<string | null>(null);
  const [problem, setProblem] = useState<Record<string, string>>({});
  const reckoned = expiryOf(powder, { madeOn: madeOn || null, receivedOn: receivedOn || null });
  const count = readBoxes(boxes, locale);
  const seesPrices = "priceCents" in powder;
  const perUnit = powder.priceUnit ?? unit;

  const onceId = useOnceId();
  const { send, isPending, wrong, message } = useAnswer(
    receiveLotsAction,
    ({ ids }) => {
      const said = ids.length === 1 ? "1 lot received" : `${ids.length} lots received`;
      toastUndo(said, () => sayRefusal(attempt(() => takeBackLotsAction({ ids }))));
      onClose();
    },
    ["quantity", "label", "location", "madeOn", "expiresOn", "priceCents", "lots"],
  );
  const error = (name: string) => problem[name] ?? wrong(name);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const text = (name: string) => String(typed.get(name) ?? "").trim();
    const quantity = readWeight(weight, locale);
    const price = readMoney(text("price"), facts);
    const found: Record<string, string> = {};
    if (!(count > 0 && count <= 200)) found.boxes = "More than none, and 200 boxes at most.";
    if (!quantity) found.quantity = "Give a weight above zero.";
    if ("problem" in price) found.priceCents = price.problem;
    setProblem(found);
    if (Object.keys(found).length > 0 || !quantity || "problem" in price) return;
    const boxMg = toMilligrams(quantity, weight.unit);
    const isApart = isWhole(count) && (count === 1 || keepAs === "each");
    send({
      onceId,
      powderId: powder.id,
      ...(isApart ? { quantity, unit: weight.unit, lots: count } : { quantity: count, unit: "box", lots: 1 }),
      boxMg,
      label: text("label"),
      location: text("location"),
      receivedOn: receivedOn || null,
      madeOn: madeOn || null,
      expiresOn: (expiresOn ?? reckoned) || null,
      ...(seesPrices && price.value !== null ? { priceCents: price.value, priceUnit: perUnit } : {}),
    });
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Receive ${powder.name}`}
      description={`${powder.maker} ${powder.code}`}
    >
      <form method="post" noValidate onSubmit={submit} className="contents">
        <DialogBody className="grid gap-4">
          <div className="grid grid-cols-[96px_minmax(0,1fr)] gap-3">
            <Field
              label="Boxes"
              error={error("boxes")}
              hint={isWhole(count) ? undefined : "Kept as one lot."}
            >
              <Input
                value={boxes}
                inputMode="decimal"
                autoComplete="off"
                onFocus={(event) => event.target.select()}
                onChange={(event) => setBoxes(event.target.value)}
              />
            </Field>
            <WeightField
              label="Weight of a full box"
              value={weight}
              onChange={setWeight}
              error={error("quantity")}
            />
          </div>
          {count > 1 && isWhole(count) && (
            <RadioGroup
              legend="Keep them as"
              name="keepAs"
              value={keepAs}
              onChange={setKeepAs}
              isInline
              choices={[
                { value: "each", label: "A lot for each box" },
                { value: "one", label: "One lot" },
              ]}
            />
          )}
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Batch or label" error={error("label")} isOptional>
              <Input name="label" maxLength={100} autoComplete="off" />
            </Field>
            <Field label="Where it stands" error={error("location")} isOptional>
              <Input name="location" maxLength={100} placeholder="Rack B, shelf 2" autoComplete="off" />
            </Field>
            <Field label="Received">
              <DateField value={receivedOn} max={today} onChange={setReceivedOn} />
            </Field>
            <Field label="Made" error={error("madeOn")} isOptional>
              <DateField value={madeOn} max={today} onChange={setMadeOn} />
            </Field>
            <Field
              label="Expires"
              error={error("expiresOn")}
              hint={expiryHint(powder, reckoned, madeOn !== "", locale)}
              isOptional
            >
              <DateField value={expiresOn ?? reckoned ?? ""} onChange={setExpiresOn} />
            </Field>
            {seesPrices && (
              <Field label={`Price per ${perUnit}`} error={error("priceCents")} isOptional>
                <Input
                  name="price"
                  inputMode="decimal"
                  prefix={moneySign({ currency, locale })}
                  defaultValue={writeMoney(powder.priceCents, facts)}
                  autoComplete="off"
                />
              </Field>
            )}
          </div>
          <RefusalNotice message={message} />
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            Receive
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

/** Boxes as typed, halves of them too; 0 while it is no number. */
function readBoxes(typed: string, locale: string): number {
  const count = readTypedNumber(typed, locale);
  return typeof count === "number" ? count : 0;
}

const isWhole = Number.isInteger;

function expiryHint(
  powder: PowderDetail,
  reckoned: string | null,
  isMadeKnown: boolean,
  locale: string,
): string | undefined {
  if (!powder.shelfLifeMonths) return undefined;
  if (!reckoned) return `Keeps ${lifeWords(powder)}.`;
  const latest = powder.shelfLifeFrom === "made" && !isMadeKnown ? " at the latest" : "";
  return `${lifeWords(powder)}: ${formatDay(reckoned, locale)}${latest}`;
}
