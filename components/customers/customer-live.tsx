"use client";
import { useLivePage } from "../live/use-live-page";

/** Reads the customer again when somebody changed them, their files or a job of theirs. */
export function CustomerLive({ id, seq }: { id: string; seq: number }) {
  useLivePage(({ customerId }) => customerId === id, seq);
  return null;
}
