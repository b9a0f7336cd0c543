"use client";
import { useState, useTransition } from "react";
import type { Answer, Refused } from "@/lib/entry/answer";
import { attempt } from "./attempt";

/**
 * Sends an action, holds what it refused, and hands on what it answered. The fields named show their own refusals;
 * everything else is the message.
 */
export function useAnswer<I, T>(
  action: (input: I) => Promise<Answer<T>>,
  done: (value: T) => void,
  fields: readonly string[] = [],
) {
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isPending, start] = useTransition();
  const send = (input: I) =>
    start(async () => {
      const answer = await attempt(() => action(input));
      setRefused(answer.ok ? null : answer);
      if (answer.ok) done(answer.value);
    });
  const wrong = (name: string) =>
    refused?.fields?.[name] ?? (refused?.detail?.field === name ? refused.message : undefined);
  const isShownByField = fields.some((name) => wrong(name) !== undefined);
  return { send, isPending, wrong, message: isShownByField ? undefined : refused?.message };
}
