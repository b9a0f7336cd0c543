"use client";
import { useLivePage } from "../live/use-live-page";

const stockKinds = /^(lot|movement|powder)\./;

/** Reads the job again when somebody changed it or what the shelf holds, unless the page already shows that change. */
export function JobLive({ number, seq }: { number: number; seq: number }) {
  useLivePage(({ jobNumber, kind }) => jobNumber === number || stockKinds.test(kind), seq);
  return null;
}
