"use client";
import { type FormEvent, useState } from "react";
import type { MassUnit } from "@/db/vocabulary";
import type { JobView } from "@/lib/jobs/job-view";
import { formatMass, massUnit } from "@/lib/measures/format-mass";
import { toMilligrams } from "@/lib/measures/mass";
import { recordReturnAction, reverseMovementAction } from "@/lib/powders/actions";
import { type JobDraw, outMg } from "@/lib/powders/job-powder";
import { attempt, sayRefusal } from "../answers/attempt";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";
import { useOnceId } from "../answers/use-once-id";
import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFoot } from "../ui/dialog";
import { RadioGroup } from "../ui/radio-group";
import { toastUndo } from "../ui/toast";
import { lotName } from "./lot-words";
import { readWeight, WeightField } from "./weight-field";

type PutBackDialogProps = { job: JobView; draws: JobDraw[]; onClose: () => void };

/** Weighs back what a job did not use; what is left out is what it used. */
export function PutBackDialog({ job, draws, onClose }: PutBackDialogProps) {
  const { units, locale } = job.shop;
  const [chosen, setChosen] = useState("0");
  const draw = draws[Number(chosen)];
  const [weight, setWeight] = useState({ typed: "", unit: massUnit[units] as MassUnit });
  const [problem, setProblem] = useState<string>();
  const onceId = useOnceId();
  const { send, isPending, wrong, message } = useAnswer(
    recordReturnAction,
    ({ id }) => {
      toastUndo(`Put back from ${job.number}`, () =>
        sayRefusal(attempt(() => reverseMovementAction({ id, reason: "Taken back at once" }))),
      );
      onClose();
    },
    ["quantity"],
  );
  if (!draw) return null;
  const quantity = readWeight(weight, locale);
  const back = quantity ? toMilligrams(quantity, weight.unit, draw.boxMg) : 0;
  const used = outMg(draw) - back;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrongWeight = !quantity
      ? "Give a weight above zero."
      : used < 0
        ? `Only ${formatMass(outMg(draw), units, locale)} is out.`
        : undefined;
    setProblem(wrongWeight);
    if (wrongWeight || !quantity) return;
    send({
      onceId,
      lotId: draw.lotId,
      jobNumber: job.number,
      coatId: draw.coatId,
      quantity,
      unit: weight.unit,
    });
  };
  return (
    <Dialog isOpen onClose={onClose} size="sm" title={`Put back from ${job.number}`}>
      <form method="post" noValidate onSubmit={submit} className="contents">
        <DialogBody className="grid gap-4">
          {draws.length > 1 ? (
            <RadioGroup
              legend="Into"
              name="lot"
              value={chosen}
              onChange={(next) => {
                setChosen(next);
                if (weight.unit === "box" && !draws[Number(next)]?.boxMg) {
                  setWeight({ ...weight, unit: massUnit[units] });
                }
              }}
              choices={draws.map((one, at) => ({
                value: String(at),
                label: `${lotName(one.lot)}, ${formatMass(outMg(one), units, locale)} out`,
              }))}
            />
          ) : (
            <p>
              {lotName(draw.lot)}:{" "}
              <span className="font-medium">{formatMass(outMg(draw), units, locale)}</span> out.
            </p>
          )}
          <WeightField
            label="Weighed back"
            value={weight}
            onChange={setWeight}
            hasBoxes={draw.boxMg !== null}
            error={problem ?? wrong("quantity")}
            hint={
              back > 0 && used >= 0
                ? `The job used ${formatMass(used, units, locale)}${draws.length > 1 ? " of it" : ""}.`
                : null
            }
            isLarge
            isAutoFocused
          />
          <RefusalNotice message={message} />
        </DialogBody>
        <DialogFoot>
          <Button size="lg" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" size="lg" isPending={isPending}>
            Put back
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
