"use client";
import { useState, useTransition } from "react";
import { addPartAction, retirePartAction } from "@/lib/jobs/actions";
import type { CoatSays } from "@/lib/jobs/coats";
import type { JobView } from "@/lib/jobs/job-view";
import { readQuantity } from "@/lib/jobs/read-quantity";
import { changeWithUndo } from "../answers/attempt";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { FinishField } from "./finish-field";

/** One part more for a job; its finish is that of the part above until another is chosen. */
export function AddPart({ job, onClose }: { job: JobView; onClose: () => void }) {
  const [description, setDescription] = useState("");
  const [quantity, setQuantity] = useState("1");
  const [coats, setCoats] = useState<CoatSays[]>(job.parts.at(-1)?.coats ?? []);
  const [isSaving, start] = useTransition();
  const meant = readQuantity(description, Number(quantity) || 1);

  const save = () =>
    start(async () => {
      const part = { ...meant, coats };
      const answer = await changeWithUndo(
        `${meant.quantity} × ${meant.description} added`,
        () => addPartAction({ number: job.number, part }),
        ({ partId }) => retirePartAction({ number: job.number, partId }),
      );
      if (answer.ok) onClose();
    });

  return (
    <form
      className="mt-3 rounded-lg border bg-surface p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (meant.description) save();
      }}
      onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && onClose()}
    >
      <div className="grid gap-3 @xl:grid-cols-[1fr_88px]">
        <Field label="Part">
          <Input
            autoFocus
            value={description}
            maxLength={500}
            placeholder="2 gates"
            onChange={(event) => setDescription(event.target.value)}
          />
        </Field>
        <Field label="Quantity">
          <Input inputMode="numeric" value={quantity} onChange={(event) => setQuantity(event.target.value)} />
        </Field>
      </div>
      <div className="mt-3 max-w-lg">
        <Field label="Finish">
          <FinishField coats={coats} onChange={setCoats} units={job.shop.units} locale={job.shop.locale} />
        </Field>
      </div>
      <div className="mt-4 flex gap-2">
        <Button type="submit" variant="primary" isPending={isSaving} aria-disabled={!meant.description}>
          Add part
        </Button>
        <Button onClick={onClose}>Leave it</Button>
      </div>
    </form>
  );
}
