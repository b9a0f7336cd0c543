"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useLive } from "../live/live-stream";

const pauseMs = 400;

/** Reads the page again when powder was received, moved or changed somewhere. */
export function PowderLive() {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive(({ events, reset }) => {
    if (!reset && !events.some((event) => /^(lot|movement|powder)\./.test(event.kind))) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => router.refresh(), pauseMs);
  });
  return null;
}
