"use client";
import { useEffect, useRef } from "react";
import { inboxKinds } from "@/lib/inbox/inbox-item";
import { useLive } from "../live/live-stream";
import { askUnread, useUnread } from "./unread";

const pauseMs = 250;

/** Keeps the count of unread things true on every page, and says aloud when it grows. */
export function UnreadWatch({ me }: { me: string }) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const heard = useRef<number>(null);
  const unread = useUnread();
  useEffect(() => {
    void askUnread();
    return () => clearTimeout(timer.current);
  }, []);
  useLive(({ events, reset }) => {
    if (!reset && !events.some((one) => inboxKinds.includes(one.kind) && one.actorId !== me)) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(askUnread, pauseMs);
  });
  const hasGrown = unread !== null && heard.current !== null && unread > heard.current;
  useEffect(() => {
    heard.current = unread;
  }, [unread]);
  return (
    <p role="status" className="sr-only">
      {hasGrown && `${unread} unread in your inbox`}
    </p>
  );
}
