"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import type { Answer } from "@/lib/entry/answer";
import { createPowderAction, editPowderAction } from "@/lib/powders/actions";
import type { PowderDetail } from "@/lib/powders/get-powder";
import { attempt, sayRefusal } from "../answers/attempt";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";
import type { ListFacts } from "../lists/list-facts";
import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFoot } from "../ui/dialog";
import { toast, toastUndo } from "../ui/toast";
import { draftOf, type PowderTyped, readDraft } from "./powder-draft";
import { PowderFields } from "./powder-fields";

type PowderDialogProps = {
  powder: PowderDetail | null;
  facts: ListFacts;
  seesPrices: boolean;
  onClose: () => void;
};

/** A powder's data: a new one's, or what is known of one that exists. */
export default function PowderDialog({ powder, facts, seesPrices, onClose }: PowderDialogProps) {
  const router = useRouter();
  const [was] = useState(() => draftOf(powder, facts));
  const [draft, setDraft] = useState(was);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const { send, isPending, wrong, message } = useAnswer<PowderTyped, Saved>(
    (typed) => save(powder, typed, readDraft(was, facts), seesPrices),
    ({ id, back }) => {
      if (!powder) toast.done(`${draft.name} added`);
      else if (back) toastUndo("Saved", () => sayRefusal(attempt(() => editPowderAction(back))));
      onClose();
      if (!powder) router.push(`/powders/${id}`);
    },
    [
      "maker",
      "code",
      "name",
      "hex",
      "specificGravity",
      "filmUm",
      "transferPercent",
      "cure",
      "shelfLifeMonths",
    ],
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readDraft(draft, facts);
    setProblems("problems" in read ? read.problems : {});
    if ("value" in read) send(read.value);
  };
  const error = (field: string) =>
    problems[field] ?? wrong(field) ?? wrong(`changes.${field}`) ?? wrong(`${field}.0.celsius`);
  return (
    <Dialog isOpen onClose={onClose} size="lg" title={powder ? `Edit ${powder.name}` : "Add a powder"}>
      <form method="post" noValidate onSubmit={submit} className="contents">
        <DialogBody className="grid gap-5">
          <PowderFields
            draft={draft}
            onChange={(changed) => setDraft({ ...draft, ...changed })}
            facts={facts}
            seesPrices={seesPrices}
            error={error}
          />
          <RefusalNotice message={message} />
        </DialogBody>
        <DialogFoot>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            {powder ? "Save" : "Add powder"}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

type Edit = { id: string; changes: Partial<PowderTyped>; was: Partial<PowderTyped> };
/** With the edit that takes an edit back, when one was made. */
type Saved = { id: string; back?: Edit };

/** Sends what was typed over: a figure shown rounded in the shop's units is not one that was changed. */
async function save(
  powder: PowderDetail | null,
  typed: PowderTyped,
  untouched: ReturnType<typeof readDraft>,
  seesPrices: boolean,
): Promise<Answer<Saved>> {
  if (!powder) return createPowderAction(typed);
  const before = "value" in untouched ? untouched.value : typed;
  const fields = Object.keys(typed) as (keyof PowderTyped)[];
  const changed = fields.filter(
    (field) =>
      (seesPrices || !field.startsWith("price")) &&
      JSON.stringify(typed[field]) !== JSON.stringify(before[field]),
  );
  const only = (of: Partial<PowderTyped>): Partial<PowderTyped> =>
    Object.fromEntries(changed.map((field) => [field, of[field]]));
  const { id } = powder;
  if (changed.length === 0) return { ok: true, value: { id } };
  const [now, was] = [only(typed), only(powder)];
  const answer = await editPowderAction({ id, changes: now, was });
  return answer.ok ? { ok: true, value: { id, back: { id, changes: was, was: now } } } : answer;
}
