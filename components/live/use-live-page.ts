"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { LiveEvent } from "@/lib/live/card";
import { useLive } from "./live-stream";

const pauseMs = 120;

/** Reads the page again after an event it shows, unless it was read since; `seq` is the newest event it has. */
export function useLivePage(shows: (event: LiveEvent) => boolean, seq: number): void {
  const router = useRouter();
  const shown = useRef(seq);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    shown.current = seq;
  }, [seq]);
  useEffect(() => () => clearTimeout(timer.current), []);

  useLive(({ events, reset }) => {
    const mine = events.filter(shows);
    const newest = reset ? Number.POSITIVE_INFINITY : Math.max(0, ...mine.map((event) => event.seq));
    if (newest <= shown.current) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => newest > shown.current && router.refresh(), pauseMs);
  });
}
