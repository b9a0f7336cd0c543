"use client";
import { type FormEvent, useEffect, useState } from "react";
import type { MassUnit, UnitSystem } from "@/db/vocabulary";
import type { JobView } from "@/lib/jobs/job-view";
import { massUnit } from "@/lib/measures/format-mass";
import { fromMilligrams, toMilligrams } from "@/lib/measures/mass";
import { writeTypedNumber } from "@/lib/measures/typed-number";
import { recordUsageAction, reverseMovementAction } from "@/lib/powders/actions";
import type { RecordUsageInput } from "@/lib/powders/input";
import { type CoatGroup, leftToDrawMg, outMg } from "@/lib/powders/job-powder";
import type { DrawableLot } from "@/lib/powders/list-drawable-lots";
import { attempt, sayRefusal } from "../answers/attempt";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";
import { useOnceId } from "../answers/use-once-id";
import { ColourLine } from "../jobs/colour-line";
import { type ColourChoice, findColours } from "../jobs/find-colours";
import { Button } from "../ui/button";
import { Combobox } from "../ui/combobox";
import { Dialog, DialogBody, DialogFoot } from "../ui/dialog";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { Skeleton } from "../ui/skeleton";
import { toastUndo } from "../ui/toast";
import { LotChoice } from "./lot-choice";
import { needHint, roundedMass } from "./need-words";
import { readWeight, WeightField } from "./weight-field";

type DrawDialogProps = { job: JobView; group: CoatGroup; onClose: () => void };

/** Weighs powder out for a coat: the lot that expires first is chosen already, and the estimate filled in. */
export function DrawDialog({ job, group, onClose }: DrawDialogProps) {
  const { coat, coats } = group;
  const { units, locale, today } = job.shop;
  const unit = massUnit[units];
  const [other, setOther] = useState<ColourChoice | null>(null);
  const powderId = other?.colour.powderId ?? coat.powderId;
  const [tries, setTries] = useState(0);
  const { lots, hasFailed } = useLots(powderId, tries);
  const [chosen, setChosen] = useState<string | null>(null);
  const lot = lots?.find((one) => one.id === chosen) ?? lots?.find((one) => one.isFit) ?? null;
  const needed = leftToDrawMg(group);
  const [coatId, setCoatId] = useState(coats.length === 1 || !coat.powderId ? coat.id : "");
  const [weight, setWeight] = useState({
    typed: needed > 0 ? writeTypedNumber(fromMilligrams(needed, unit), locale, 2) : "",
    unit: unit as MassUnit,
  });
  const [problem, setProblem] = useState<string>();
  const onceId = useOnceId();
  const { send, isPending, wrong, message } = useAnswer(
    async (input: RecordUsageInput) => {
      const answer = await recordUsageAction(input);
      if (!answer.ok) setTries((before) => before + 1);
      return answer;
    },
    ({ id }) => {
      toastUndo(`Drawn for ${job.number}`, () =>
        sayRefusal(attempt(() => reverseMovementAction({ id, reason: "Taken back at once" }))),
      );
      onClose();
    },
    ["quantity"],
  );

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const quantity = readWeight(weight, locale);
    setProblem(quantity ? undefined : "Give a weight above zero.");
    if (!quantity || !lot?.isFit) return;
    send({
      onceId,
      lotId: lot.id,
      jobNumber: job.number,
      coatId: coatId || null,
      quantity,
      unit: weight.unit,
    });
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Draw for ${job.number}`}
      description={coats.length === 1 ? `${coat.name || coat.code}, ${coat.part}` : coat.name || coat.code}
    >
      <form method="post" noValidate onSubmit={submit} className="contents">
        <DialogBody className="grid gap-4">
          {(coat.powderId === null || other) && (
            <Field label="Powder" hint="This coat names a colour, not a powder of the shelf.">
              <Combobox
                find={async (query, signal) =>
                  (await findColours(query || coat.code || coat.name, signal)).filter(
                    ({ colour }) => colour.powderId,
                  )
                }
                value={other}
                onChange={setOther}
                placeholder="A name, a code, RAL"
                renderChoice={({ colour }) => <ColourLine colour={colour} units={units} locale={locale} />}
                nothingFound="No powder of the shop fits."
              />
            </Field>
          )}
          {coats.length > 1 && (
            <Field label="For">
              <Select value={coatId} onChange={(event) => setCoatId(event.target.value)}>
                {coat.powderId && (
                  <option value="">{coats.length === 2 ? "Both parts" : `All ${coats.length} parts`}</option>
                )}
                {coats.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.part}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          {powderId && lots && (
            <LotChoice
              powderId={powderId}
              lots={lots}
              chosen={lot?.id ?? null}
              onChoose={setChosen}
              shop={{ units, locale, today }}
            />
          )}
          {powderId && !lots && !hasFailed && <Skeleton className="h-14 w-full" />}
          {hasFailed && (
            <RefusalNotice message="The lots did not come. Check the connection and open this again." />
          )}
          <WeightField
            label="Weighed out"
            value={weight}
            onChange={setWeight}
            hasBoxes={lot !== null && lot.boxMg !== null}
            error={problem ?? wrong("quantity")}
            hint={hintOf(group, units, locale)}
            isLarge
            isAutoFocused
          />
          <TooMuch lot={lot} weight={weight} locale={locale} units={units} />
          <RefusalNotice message={message} />
        </DialogBody>
        <DialogFoot>
          <Button size="lg" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" size="lg" isPending={isPending} aria-disabled={!lot?.isFit}>
            Draw
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

function hintOf(group: CoatGroup, units: UnitSystem, locale: string): string | null {
  const { coats, needMg, draws } = group;
  if (needMg === null) return null;
  const at = needHint(coats, units, locale)?.replace("At", " at") ?? "";
  const out = draws.reduce((sum, draw) => sum + outMg(draw), 0);
  const already = out > 0 ? ` ${roundedMass(out, units, locale)} of it is drawn.` : "";
  return `Needs about ${roundedMass(needMg, units, locale)}${at}.${already}`;
}

type TooMuchProps = {
  lot: DrawableLot | null;
  weight: { typed: string; unit: MassUnit };
  locale: string;
  units: UnitSystem;
};

/** Says so before the press when the lot holds less than was typed. */
function TooMuch({ lot, weight, locale, units }: TooMuchProps) {
  const quantity = readWeight(weight, locale);
  if (!lot || !quantity || (weight.unit === "box" && !lot.boxMg)) return null;
  const wanted = toMilligrams(quantity, weight.unit, lot.boxMg);
  if (wanted <= lot.onHandMg) return null;
  return (
    <p className="text-risk-ink">
      The lot holds {roundedMass(lot.onHandMg, units, locale)}. Draw that, and the rest from the next lot.
    </p>
  );
}

/** Its lots that hold some, read again after each refusal: somebody else was quicker. */
function useLots(powderId: string | null, tries: number): { lots: DrawableLot[] | null; hasFailed: boolean } {
  const [read, setRead] = useState<{ of: string; lots: DrawableLot[] | null } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refusal asks anew
  useEffect(() => {
    if (!powderId) return;
    const stop = new AbortController();
    fetch(`/api/powders/${powderId}/lots`, { signal: stop.signal })
      .then((response) => (response.ok ? response.json() : null))
      .then((lots: DrawableLot[] | null) => setRead({ of: powderId, lots }))
      .catch(() => stop.signal.aborted || setRead({ of: powderId, lots: null }));
    return () => stop.abort();
  }, [powderId, tries]);
  const isMine = read !== null && read.of === powderId;
  return { lots: isMine ? read.lots : null, hasFailed: isMine && read.lots === null };
}
