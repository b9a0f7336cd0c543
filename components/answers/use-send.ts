"use client";
import { useRouter } from "next/navigation";
import { toast } from "@/components/ui/toast";
import type { Answer } from "@/lib/entry/answer";
import { attempt, sayRefusal } from "./attempt";

/** Sends an action from a row: says it is done and shows the page anew, or says why it was refused. */
export function useSend() {
  const router = useRouter();
  return async (sent: Promise<Answer<unknown>>, done: string): Promise<boolean> => {
    const isDone = await sayRefusal(attempt(() => sent));
    if (isDone) toast(done);
    router.refresh();
    return isDone;
  };
}
