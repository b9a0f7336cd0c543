"use client";
import { useState, useTransition } from "react";
import type { Answer, Refused } from "@/lib/entry/answer";

const offline: Refused = {
  ok: false,
  code: "failed",
  message: "The shop's server did not answer. Nothing was lost here; try again.",
};

/** Sends an action, holds what it refused, and hands on what it answered. */
export function useAnswer<I, T>(action: (input: I) => Promise<Answer<T>>, done: (value: T) => void) {
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isPending, start] = useTransition();
  const send = (input: I) =>
    start(async () => {
      const answer = await action(input).catch(() => offline);
      setRefused(answer.ok ? null : answer);
      if (answer.ok) done(answer.value);
    });
  const field = (refused?.detail?.field as string | undefined) ?? "";
  const wrong = (name: string) => refused?.fields?.[name] ?? (field === name ? refused?.message : undefined);
  const isAboutField = field !== "" || Object.keys(refused?.fields ?? {}).length > 0;
  return { send, isPending, refused, wrong, message: isAboutField ? undefined : refused?.message };
}
