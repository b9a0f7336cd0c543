"use client";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState, useTransition } from "react";
import type { ImportRowState, ImportState } from "@/db/schema/imports";
import type { ImportKind } from "@/db/vocabulary";
import { cancelImportAction } from "@/lib/imports/actions";
import { numberFormat } from "@/lib/measures/formats";
import { attempt, sayRefusal } from "../answers/attempt";
import { Button } from "../ui/button";
import { PageHeader } from "../ui/page-header";
import { Progress } from "../ui/progress";
import { kindWords } from "./import-words";

type States = Record<ImportRowState, number>;
type RunningImportProps = {
  id: string;
  kind: ImportKind;
  fileName: string;
  state: ImportState;
  states: States;
  isCancelAsked: boolean;
  locale: string;
};

const askEveryMs = 1_000;

/** An import while its rows go in, or are taken back. It goes on whether or not anybody looks. */
export function RunningImport(props: RunningImportProps) {
  const { id, kind, fileName, state, isCancelAsked, locale } = props;
  const [isStopping, start] = useTransition();
  const states = useProgress(id, state, props.states);
  const isUndoing = state === "undoing";
  const { waiting, imported, left, undone, kept } = states;
  const done = isUndoing ? undone + kept : imported;
  const all = isUndoing ? imported + undone + kept : imported + waiting;
  const number = (value: number) => numberFormat(locale).format(value);
  const isAsked = isCancelAsked || isStopping;
  return (
    <div className="mx-auto max-w-3xl px-4 py-4 md:px-6">
      <PageHeader up={{ href: "/imports", name: "Import" }} title={fileName} />
      <div className="rounded-lg border bg-surface p-5">
        <h2 className="text-base font-semibold">
          {isAsked ? "Stopping after this row" : isUndoing ? "Taking it back" : "Bringing the rows in"}
        </h2>
        <p className="mb-4 text-ink-muted">
          You can leave this page; it goes on without you.
          {!isUndoing && left > 0 && ` ${number(left)} rows are left out and will be listed here.`}
        </p>
        <Progress
          label={isUndoing ? "Rows taken back" : `Rows that became ${kindWords[kind].many}`}
          value={done}
          max={all}
          count={`${number(done)} of ${number(all)}`}
        />
        <div className="mt-4 flex items-center justify-between gap-4">
          <p className="text-xs text-ink-muted">
            {isUndoing
              ? "What is taken back when you stop stays so; the rest stays in, and can be undone later."
              : "What is in when you stop stays in. You can go on later, or undo it."}
          </p>
          <Button
            isPending={isStopping}
            disabled={isCancelAsked}
            onClick={() =>
              start(async () => void (await sayRefusal(attempt(() => cancelImportAction({ id })))))
            }
          >
            {isCancelAsked ? "Stopping" : "Stop here"}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** Asks how far it is each second while the page is in sight, and shows the end as soon as it has come. */
function useProgress(id: string, state: ImportState, first: States): States {
  const router = useRouter();
  const [states, setStates] = useState(first);
  const ask = useEffectEvent(async (signal: AbortSignal) => {
    if (document.visibilityState === "hidden") return;
    const now = await fetch(`/api/imports/${id}`, { signal }).then(readProgress, () => null);
    if (!now || signal.aborted) return;
    setStates(now.states);
    if (now.state !== state) router.refresh();
  });
  useEffect(() => {
    const leaving = new AbortController();
    const timer = setInterval(() => void ask(leaving.signal), askEveryMs);
    return () => {
      clearInterval(timer);
      leaving.abort();
    };
  }, []);
  return states;
}

async function readProgress(response: Response): Promise<{ state: ImportState; states: States } | null> {
  return response.ok ? response.json().catch(() => null) : null;
}
