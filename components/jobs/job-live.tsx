"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useLive } from "../live/live-stream";

const pauseMs = 120;
const stockKinds = /^(lot|movement|powder)\./;

/** Reads the job again when somebody changed it or what the shelf holds, unless the page already shows that change. */
export function JobLive({ number, seq }: { number: number; seq: number }) {
  const router = useRouter();
  const shown = useRef(seq);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    shown.current = seq;
  }, [seq]);
  useEffect(() => () => clearTimeout(timer.current), []);

  useLive(({ events, reset }) => {
    const mine = events.filter(({ jobNumber, kind }) => jobNumber === number || stockKinds.test(kind));
    const newest = reset ? Number.POSITIVE_INFINITY : Math.max(0, ...mine.map((event) => event.seq));
    if (newest <= shown.current) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => newest > shown.current && router.refresh(), pauseMs);
  });
  return null;
}
