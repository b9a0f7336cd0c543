import { useTransition } from "react";
import type { Answer } from "@/lib/entry/answer";
import { attempt } from "../answers/attempt";
import { toast } from "../ui/toast";

/** Does one thing to a proof and says that it was done, or why not. */
export function useProofAct() {
  const [isPending, start] = useTransition();
  const act = (said: string, change: () => Promise<Answer<unknown>>, done?: () => void) =>
    start(async () => {
      const answer = await attempt(change);
      if (answer.ok) {
        toast.done(said);
        done?.();
      } else toast.problem(answer.message);
    });
  return { act, isPending };
}
