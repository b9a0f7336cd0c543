"use client";

import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import type { LiveMessage } from "@/lib/live/card";

type Handler = (message: LiveMessage) => void;
type LiveState = "live" | "connecting" | "offline";

const handlers = new Set<Handler>();
const watchers = new Set<() => void>();
let source: EventSource | null = null;
let seq: number | null = null;
let state: LiveState = "connecting";

/**
 * One stream a page, shared by everything on it, and only while the tab is seen: a browser opens six connections
 * to a host. A tab that comes back asks for what it missed.
 */
function open(): void {
  if (source || handlers.size === 0 || document.visibilityState === "hidden") return;
  source = new EventSource(seq === null ? "/api/live" : `/api/live?after=${seq}`);
  source.onopen = () => setState("live");
  source.onerror = () => {
    setState(navigator.onLine ? "connecting" : "offline");
    if (source?.readyState === EventSource.CLOSED) {
      close();
      setTimeout(open, 3_000);
    }
  };
  source.onmessage = (told) => {
    const message: LiveMessage = JSON.parse(told.data);
    seq = Math.max(seq ?? 0, message.seq);
    for (const handle of handlers) handle(message);
  };
}

function close(): void {
  source?.close();
  source = null;
}

function setState(next: LiveState): void {
  state = next;
  for (const tell of watchers) tell();
}

function onVisibility(): void {
  if (document.visibilityState === "hidden") close();
  else open();
}

/** Tells the handler of everything after a number (or from now), until it is let go. */
export function listenLive(handle: Handler, after?: number): () => void {
  if (after !== undefined && (seq === null || after < seq)) {
    seq = after;
    close();
  }
  if (handlers.size === 0) {
    document.addEventListener("visibilitychange", onVisibility);
    window.addEventListener("online", open);
  }
  handlers.add(handle);
  open();
  return () => {
    handlers.delete(handle);
    if (handlers.size > 0) return;
    document.removeEventListener("visibilitychange", onVisibility);
    window.removeEventListener("online", open);
    close();
  };
}

/** Runs the newest handler with every live message while the component is on the page. */
export function useLive(handle: Handler): void {
  const newest = useEffectEvent(handle);
  useEffect(() => listenLive((message) => newest(message)), []);
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (tell) => {
      watchers.add(tell);
      return () => watchers.delete(tell);
    },
    () => state,
    () => "connecting",
  );
}
