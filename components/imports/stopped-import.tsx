"use client";
import { useState, useTransition } from "react";
import type { ImportRowState, ImportState } from "@/db/schema/imports";
import { resumeImportAction } from "@/lib/imports/actions";
import { attempt, sayRefusal } from "../answers/attempt";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { countRows } from "./import-words";

type StoppedImportProps = {
  id: string;
  state: ImportState;
  states: Record<ImportRowState, number>;
  error: string;
  locale: string;
};

/** Why an import, or its undo, did not come to its end, and the way on; nothing where it did. */
export function StoppedImport({ id, state, states, error, locale }: StoppedImportProps) {
  const [isGoing, start] = useTransition();
  const [leaves, setLeaves] = useState(false);
  const isFailed = state === "failed";
  const isResumable = states.waiting > 0 && (isFailed || state === "cancelled");
  if (!isFailed && !isResumable) return null;
  const goOn = (leavesRow: boolean) => {
    setLeaves(leavesRow);
    start(async () => void (await sayRefusal(attempt(() => resumeImportAction({ id, leavesRow })))));
  };
  return (
    <Notice
      tone={isFailed ? "late" : "risk"}
      title={isFailed ? error : `It was stopped with ${countRows(states.waiting, locale)} to go`}
      className="mb-4 max-w-4xl"
    >
      <p>
        {!isResumable && "Undo the rest goes on from there."}
        {isResumable && !isFailed && "They are listed below, and can still go in."}
        {isResumable &&
          isFailed &&
          "Going on tries that row again. If it stops there again, go on without it: it is then listed as left out, with all it says."}
      </p>
      {isResumable && (
        <div className="mt-2.5 flex flex-wrap gap-2">
          <Button
            variant="primary"
            isPending={isGoing && !leaves}
            disabled={isGoing}
            onClick={() => goOn(false)}
          >
            Go on with {countRows(states.waiting, locale)}
          </Button>
          {isFailed && (
            <Button isPending={isGoing && leaves} disabled={isGoing} onClick={() => goOn(true)}>
              Go on without that row
            </Button>
          )}
        </div>
      )}
    </Notice>
  );
}
