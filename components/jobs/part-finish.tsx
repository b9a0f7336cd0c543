"use client";
import { useOptimistic, useState, useTransition } from "react";
import { setFinishAction } from "@/lib/jobs/actions";
import { type CoatSays, coatWords, isSameFinish } from "@/lib/jobs/coats";
import type { JobView, ViewedPart } from "@/lib/jobs/job-view";
import { changeWithUndo } from "../answers/attempt";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Icon } from "../ui/icon";
import { Notice } from "../ui/notice";
import { FinishField } from "./finish-field";
import { FinishName } from "./finish-name";

/** The finish of a part, changed where it stands. */
export function PartFinish({ job, part }: { job: JobView; part: ViewedPart }) {
  const [shown, show] = useOptimistic<readonly CoatSays[]>(part.coats);
  const [draft, setDraft] = useState<{ coats: readonly CoatSays[]; was: CoatSays[] } | null>(null);
  const [clash, setClash] = useState<string | null>(null);
  const [isSaving, start] = useTransition();

  const send = (coats: readonly CoatSays[], was: readonly CoatSays[]) =>
    setFinishAction({ number: job.number, partId: part.id, coats: [...coats], was: [...was] });
  const save = (was: readonly CoatSays[]) =>
    start(async () => {
      if (!draft || isSameFinish(draft.coats, was)) return setDraft(null);
      show(draft.coats);
      const said = `Finish of ${part.description} changed`;
      const answer = await changeWithUndo(
        said,
        () => send(draft.coats, was),
        () => send(was, draft.coats),
      );
      if (answer.ok) setDraft(null);
      setClash(!answer.ok && answer.detail?.clashes ? answer.message : null);
    });

  if (!draft) {
    const name = <FinishName coats={shown} />;
    if (!job.may.edit) return name;
    return (
      <button
        type="button"
        onClick={() => setDraft({ coats: part.coats, was: part.coats })}
        data-tip="Change the finish"
        className="-m-1.5 flex max-w-full rounded-sm p-1.5 text-start hover:bg-hover"
      >
        <span className="sr-only">Finish of {part.description}: </span>
        {shown.length > 0 ? (
          name
        ) : (
          <span className="flex items-center gap-2 text-ink-faint">
            <Icon name="paintbrush" size={16} />
            Choose a finish
          </span>
        )}
        <span className="sr-only">. Change</span>
      </button>
    );
  }
  return (
    <div className="flex max-w-lg flex-col gap-2">
      <Field label={`Finish of ${part.description}`} isLabelHidden>
        <FinishField
          coats={draft.coats}
          onChange={(coats) => setDraft({ ...draft, coats })}
          units={job.shop.units}
          locale={job.shop.locale}
          autoFocus
        />
      </Field>
      {clash && (
        <Notice tone="risk" title={clash}>
          Now: {part.coats.map(coatWords).join(" + ") || "no finish"}
        </Notice>
      )}
      <div className="flex gap-2">
        <Button
          variant="primary"
          size="sm"
          isPending={isSaving}
          onClick={() => save(clash ? part.coats : draft.was)}
        >
          {clash ? "Use yours" : "Save finish"}
        </Button>
        <Button
          size="sm"
          onClick={() => {
            setDraft(null);
            setClash(null);
          }}
        >
          {clash ? "Keep theirs" : "Leave it"}
        </Button>
      </div>
    </div>
  );
}
