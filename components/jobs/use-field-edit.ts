import { useOptimistic, useState, useTransition } from "react";
import type { Answer } from "@/lib/entry/answer";
import { attempt, sayRefusal } from "../answers/attempt";
import { toastUndo } from "../ui/toast";

export type FieldClash<V> = { message: string; theirs: V; yours: V };

type FieldEdit<V> = {
  value: V;
  /** What the toast says when it is done: "Due date changed". */
  said: string;
  send: (to: V, was: V) => Promise<Answer<unknown>>;
};

/**
 * One field edited in place: shows the new value at once, offers Undo, and when somebody changed it meanwhile holds
 * both values until one is chosen.
 */
export function useFieldEdit<V>({ value, said, send }: FieldEdit<V>) {
  const [shown, show] = useOptimistic(value);
  const [clash, setClash] = useState<FieldClash<V> | null>(null);
  const [isSaving, start] = useTransition();

  /** Null when it is saved or held as a clash; else the sentence that says why not. */
  const save = (to: V, was: V): Promise<string | null> =>
    new Promise((done) => {
      start(async () => {
        show(to);
        const answer = await attempt(() => send(to, was));
        if (answer.ok) {
          setClash(null);
          if (!isSame(to, was)) toastUndo(said, () => sayRefusal(attempt(() => send(was, to))));
          return done(null);
        }
        const theirs = theirsOf<V>(answer.detail);
        if (theirs) setClash({ message: answer.message, theirs: theirs.value, yours: to });
        done(theirs ? null : answer.message);
      });
    });

  return {
    shown,
    isSaving,
    clash,
    save,
    keepTheirs: () => setClash(null),
    useYours: () => clash && void save(clash.yours, clash.theirs),
  };
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function theirsOf<V>(detail: Record<string, unknown> | undefined): { value: V } | null {
  const [clash] = (detail?.clashes ?? []) as { theirs: V }[];
  return clash ? { value: clash.theirs } : null;
}
