"use client";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { editJobAction } from "@/lib/jobs/actions";
import { dueState, dueWords } from "@/lib/jobs/due";
import type { JobView } from "@/lib/jobs/job-view";
import { isOpen, isPastInspection } from "@/lib/jobs/stages";
import { daysBetween } from "@/lib/measures/days";
import { formatDay } from "@/lib/measures/format-time";
import { Badge, type Tone } from "../ui/badge";
import { Button } from "../ui/button";
import { DateField } from "../ui/date-field";
import { Icon } from "../ui/icon";
import { Popover } from "../ui/popover";
import { toast } from "../ui/toast";
import { AgreedDue } from "./agreed-due";
import { ClashNotice } from "./clash-notice";
import { useFieldEdit } from "./use-field-edit";

const tones: Record<ReturnType<typeof dueState>, Tone> = {
  late: "late",
  today: "risk",
  soon: "risk",
  later: "plain",
  none: "plain",
};

/** When the job is due: in words, exactly on hover, changed in a press. */
export function DueFact({ job }: { job: JobView }) {
  const { today, locale } = job.shop;
  const panel = useRef<HTMLDivElement>(null);
  const edit = useFieldEdit<string | null>({
    value: job.dueOn,
    said: `Due date of ${job.number} changed`,
    // What undoes the first date takes the promise back with it.
    send: (dueOn, was) =>
      editJobAction({
        number: job.number,
        changes: { dueOn },
        was: { dueOn: was },
        isDueAgreed: job.agreedDueOn === null && dueOn === null,
      }),
  });
  const isFinished = !isOpen(job.stage.kind) || isPastInspection(job.stage.kind);
  const [draft, setDraft] = useState<string | null>(null);
  const save = async (day: string) => {
    setDraft(null);
    if (day === (job.dueOn ?? "")) return;
    const problem = await edit.save(day || null, job.dueOn);
    if (problem) toast.problem(problem);
  };
  const close = () => panel.current?.closest<HTMLElement>("[popover]")?.hidePopover();
  // A date field tells of every digit; a shortcut means its day at once.
  const choose = (day: string) => {
    setDraft(day);
    if (!(document.activeElement instanceof HTMLInputElement)) queueMicrotask(close);
  };
  const onClosed = useEffectEvent(() => draft !== null && void save(draft));
  useEffect(() => {
    const popover = panel.current?.closest<HTMLElement>("[popover]");
    const onToggle = (event: ToggleEvent) => {
      if (event.newState === "closed") onClosed();
      else panel.current?.querySelector("input")?.focus();
    };
    popover?.addEventListener("toggle", onToggle);
    return () => popover?.removeEventListener("toggle", onToggle);
  }, []);
  const due = edit.shown;
  const isNear = due !== null && Math.abs(daysBetween(today, due)) < 7;
  const state = dueState(due, today, isFinished);
  const shown = due ? (
    <>
      {(isNear || state === "late") && <Badge tone={tones[state]}>{dueWords(due, today, locale)}</Badge>}
      <span className={isNear ? "text-ink-muted" : ""}>{formatDay(due, locale)}</span>
    </>
  ) : (
    <span className="text-ink-faint">Set a date</span>
  );
  if (!job.may.edit) return <span className="inline-flex items-center gap-2">{shown}</span>;
  return (
    <>
      <Popover
        label="Due date"
        trigger={
          <button
            type="button"
            data-job-key="e"
            data-tip="Due date"
            data-tip-keys="E"
            className="-mx-1.5 inline-flex min-h-6 items-center gap-2 rounded-sm px-1.5 py-0.5 hover:bg-hover pointer-coarse:min-h-9"
          >
            <span className="sr-only">Due: </span>
            {shown}
          </button>
        }
      >
        <div ref={panel} className="flex w-64 flex-col gap-2">
          <DateField
            today={today}
            aria-label="Due date"
            value={draft ?? due ?? ""}
            onChange={choose}
            onKeyDown={(event) => event.key === "Enter" && close()}
          />
          {job.agreedDueOn && job.agreedDueOn !== due && <AgreedDue job={job} due={due} />}
          {due && (
            <Button
              size="sm"
              variant="quiet"
              icon={<Icon name="calendar-clock" size={14} />}
              onClick={() => choose("")}
            >
              No date
            </Button>
          )}
        </div>
      </Popover>
      {edit.clash && (
        <ClashNotice
          clash={edit.clash}
          show={(day) => day && formatDay(day, locale)}
          onTheirs={edit.keepTheirs}
          onYours={edit.useYours}
        />
      )}
    </>
  );
}
