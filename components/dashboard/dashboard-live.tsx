"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { atMostEvery } from "../live/at-most-every";
import { useLive } from "../live/live-stream";

const counted = /^(job|part|lot|movement|powder|proof|stage|goals|shop|import)\./;

/** Reads the numbers again when something that counts happened, once in five seconds at most. */
export function DashboardLive() {
  const router = useRouter();
  const [often] = useState(() => atMostEvery(5_000, 300, () => router.refresh()));
  useEffect(() => often.stop, [often]);
  useLive(({ events, reset }) => {
    if (reset || events.some(({ kind }) => counted.test(kind))) often.ask();
  });
  return null;
}
