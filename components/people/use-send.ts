"use client";
import { useRouter } from "next/navigation";
import { toast } from "@/components/ui/toast";
import type { Answer } from "@/lib/entry/answer";

/** Sends an action from a row: says it is done and shows the page anew, or says why it was refused. */
export function useSend() {
  const router = useRouter();
  return async (sent: Promise<Answer<unknown>>, done: string): Promise<boolean> => {
    const answer = await sent.catch(() => null);
    if (answer?.ok) toast(done);
    else
      toast.problem(answer?.message ?? "The shop's server did not answer. Nothing was changed; try again.");
    router.refresh();
    return answer?.ok ?? false;
  };
}
