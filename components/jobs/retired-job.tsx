"use client";
import { useTransition } from "react";
import { restoreJobAction } from "@/lib/jobs/actions";
import { attempt, sayRefusal } from "../answers/attempt";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Icon } from "../ui/icon";

/** Where a job stood that somebody took away: who did, and the way back. */
export function RetiredJob({ number, by }: { number: number; by: string }) {
  const [isPending, start] = useTransition();
  const restore = () =>
    start(async () => {
      await sayRefusal(attempt(() => restoreJobAction({ number })));
    });
  return (
    <EmptyState
      icon={<Icon name="undo-2" size={20} />}
      title={`${by} took job ${number} away`}
      action={
        <Button isPending={isPending} onClick={restore}>
          Put it back
        </Button>
      }
    >
      Nothing of it is lost: parts, pictures and story are kept.
    </EmptyState>
  );
}
