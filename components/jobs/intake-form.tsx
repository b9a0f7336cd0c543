"use client";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useRef, useState, useTransition } from "react";
import { createJobAction, retireJobAction } from "@/lib/jobs/actions";
import type { IntakeFacts } from "@/lib/jobs/intake-facts";
import { attempt, sayRefusal } from "../answers/attempt";
import { Button } from "../ui/button";
import { FormErrors } from "../ui/form-errors";
import { Icon } from "../ui/icon";
import { Kbd } from "../ui/kbd";
import { Notice } from "../ui/notice";
import { toast, toastUndo } from "../ui/toast";
import { DropZone } from "./drop-zone";
import { blankPart, type Intake, isBlankPart, partOfRecipe, readIntake } from "./intake";
import { IntakeCustomer } from "./intake-customer";
import { IntakeHabits } from "./intake-habits";
import { IntakePart } from "./intake-part";
import { IntakePhotos } from "./intake-photos";
import { IntakeTerms } from "./intake-terms";
import { useHabits } from "./use-habits";
import { useIntakeDraft } from "./use-intake-draft";
import { useNewFiles } from "./use-new-files";
import { useSettledChoice } from "./use-settled-choice";

type IntakeFormProps = {
  facts: IntakeFacts;
  /** Called with the number of each job taken in; without it the form stays for the next one. */
  onTakenIn?: (number: number) => void;
};

/** Takes a job in at the counter, by keyboard alone where one likes: Enter is the next line, Ctrl or ⌘ with Enter is done. */
export function IntakeForm({ facts, onTakenIn }: IntakeFormProps) {
  const router = useRouter();
  const { intake, change, startOver, isRestored } = useIntakeDraft(facts.customer);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isSaving, start] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const habits = useHabits(intake.customer?.id);
  const set = (changed: Partial<Intake>) => change((was) => ({ ...was, ...changed }));
  const files = useNewFiles((file) => change((was) => ({ ...was, files: [...was.files, file] })));
  const newest = useRef(intake);
  useEffect(() => {
    newest.current = intake;
  }, [intake]);

  const focus = (id: string) => requestAnimationFrame(() => document.getElementById(id)?.focus());
  const setPart = (key: string, part: Intake["parts"][number]) =>
    change((was) => ({ ...was, parts: was.parts.map((one) => (one.key === key ? part : one)) }));
  const addPart = (part = blankPart(), field = "description") => {
    change((was) => ({ ...was, parts: [...was.parts.filter((one) => !isBlankPart(one)), part] }));
    focus(`${part.key}-${field}`);
  };
  const setFinish = (coats: Intake["parts"][number]["coats"]) =>
    change((was) => {
      const bare = was.parts.filter((part) => part.coats.length === 0);
      const meant = bare.length > 0 ? bare : was.parts.slice(-1);
      return { ...was, parts: was.parts.map((part) => (meant.includes(part) ? { ...part, coats } : part)) };
    });

  const save = () =>
    start(async () => {
      setRefusal(null);
      if (!(await files.settled()))
        return setRefusal("A picture was not taken. Take it out or add it again.");
      const onceId = newest.current.onceId || crypto.randomUUID();
      set({ onceId });
      const read = readIntake({ ...newest.current, onceId }, facts);
      if ("problems" in read) return refuse(read.problems, null);
      const answer = await attempt(() => createJobAction(read.input));
      if (!answer.ok) return refuse(answer.fields ?? {}, answer.message);
      const { number, wasThere } = answer.value;
      startOver();
      setProblems({});
      if (wasThere) toast(`Job ${number} had already been taken in. See that it is complete.`);
      else {
        const undo = () => sayRefusal(attempt(() => retireJobAction({ number })));
        toastUndo(`Job ${number} taken in`, undo, {
          label: "Open",
          go: () => router.push(`/jobs/${number}`),
        });
      }
      if (onTakenIn) onTakenIn(number);
      else focus("intake-customer");
    });
  const refuse = (fields: Record<string, string>, message: string | null) => {
    setProblems(fields);
    setRefusal(message);
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  };

  const askToSave = useSettledChoice(form, () => isSaving || save());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    askToSave();
  };

  return (
    <DropZone onFiles={files.add} className="relative flex flex-1 flex-col">
      <form
        ref={form}
        noValidate
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        className="@container flex flex-1 flex-col"
      >
        <div className="flex flex-col gap-4 pb-4 @4xl:grid @4xl:grid-cols-[minmax(0,1fr)_304px] @4xl:gap-8">
          <div className="flex min-w-0 flex-col gap-4">
            {isRestored && (
              <Notice
                action={
                  <Button size="sm" onClick={startOver}>
                    Start over
                  </Button>
                }
              >
                What you had typed before is here again.
              </Notice>
            )}
            <FormErrors message={refusal} />
            <IntakeCustomer
              intake={intake}
              mayAdd={facts.mayAddCustomers}
              problems={problems}
              onChange={(chosen) => {
                set(chosen);
                if (chosen.newCustomer && !intake.newCustomer) focus("intake-phone");
                else if (chosen.customer) focus(`${intake.parts.at(-1)?.key}-description`);
              }}
            />
            {habits && (
              <IntakeHabits
                habits={habits}
                onFinish={setFinish}
                onRecipe={(recipe) => addPart(partOfRecipe(recipe, facts.shop), "quantity")}
              />
            )}
            <div className="flex flex-col gap-3">
              {intake.parts.map((part, place) => (
                <IntakePart
                  key={part.key}
                  part={part}
                  place={place}
                  isOnly={intake.parts.length === 1}
                  hasPrice={facts.maySeePrices && intake.isByLine}
                  shop={facts.shop}
                  problems={problems}
                  onChange={(changed) => setPart(part.key, changed)}
                  onRemove={() => set({ parts: intake.parts.filter((one) => one.key !== part.key) })}
                  onNext={() => addPart()}
                />
              ))}
              <Button
                variant="quiet"
                className="self-start"
                icon={<Icon name="plus" size={16} />}
                onClick={() => addPart()}
              >
                Add part
              </Button>
            </div>
            <IntakePhotos
              files={intake.files}
              underway={files.underway}
              onAdd={files.add}
              onDrop={files.remove}
              onRetry={files.retry}
              onRemove={(id) => set({ files: intake.files.filter((file) => file.id !== id) })}
            />
          </div>
          <div className="flex flex-col gap-3">
            <IntakeTerms intake={intake} facts={facts} problems={problems} onChange={set} />
          </div>
        </div>
        <footer className="sticky bottom-[var(--bottom-bar,0px)] -mx-4 mt-auto flex items-center gap-3 border-t bg-paper px-4 py-3">
          <span className="hidden text-xs text-ink-faint @xl:block">
            <Kbd>Enter</Kbd> next line, <Kbd>Ctrl Enter</Kbd> take in
          </span>
          <Button
            type="submit"
            variant="primary"
            size="lg"
            isPending={isSaving}
            className="ml-auto max-sm:flex-1"
          >
            {files.isBusy && isSaving ? "Waiting for the pictures" : "Take in"}
          </Button>
        </footer>
      </form>
    </DropZone>
  );
}
