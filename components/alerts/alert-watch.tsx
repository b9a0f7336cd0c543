"use client";
import { useEffect, useRef } from "react";
import { alertEvents } from "@/lib/alerts/alert-item";
import { useLive } from "../live/live-stream";
import { askAlerts, useAlerts } from "./alert-store";

const pauseMs = 250;

/** Keeps the count of unread alerts true on every page, and says aloud when it grows. */
export function AlertWatch() {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const heard = useRef(0);
  const unread = useAlerts();
  useEffect(() => {
    timer.current = setTimeout(askAlerts, pauseMs);
    return () => clearTimeout(timer.current);
  }, []);
  useLive(({ events, reset }) => {
    if (!reset && !events.some((one) => alertEvents.includes(one.kind))) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(askAlerts, pauseMs);
  });
  const hasGrown = unread > heard.current;
  useEffect(() => {
    heard.current = unread;
  }, [unread]);
  return (
    <p role="status" className="sr-only">
      {hasGrown && `${unread} unread alerts`}
    </p>
  );
}
