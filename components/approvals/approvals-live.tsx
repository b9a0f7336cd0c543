"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useLive } from "../live/live-stream";

const pauseMs = 300;

/** Reads the list again when something happened to a proof. */
export function ApprovalsLive() {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive(({ events, reset }) => {
    if (!reset && !events.some((event) => event.kind.startsWith("proof."))) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => router.refresh(), pauseMs);
  });
  return null;
}
