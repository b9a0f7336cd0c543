import { useEffect, useEffectEvent, useRef } from "react";
import type { CustomerProof } from "@/lib/approvals/proof-view";

/** Brings what was just decided before the eyes of who decided. */
export function useShown(isDecided: boolean) {
  const place = useRef<HTMLDivElement>(null);
  const was = useRef(isDecided);
  useEffect(() => {
    if (isDecided && !was.current) place.current?.scrollIntoView({ block: "center" });
    was.current = isDecided;
  }, [isDecided]);
  return place;
}

/** Tells the shop that its question was seen, once a person has it before them. */
export function useSeen(
  { versionId, state }: CustomerProof,
  see: ((versionId: string) => Promise<unknown>) | null,
) {
  const isAsked = state === "waiting" && see !== null;
  const tell = useEffectEvent(() => {
    see?.(versionId).catch(() => {});
  });
  useEffect(() => {
    if (!isAsked) return;
    const look = () => {
      if (document.visibilityState !== "visible") return;
      document.removeEventListener("visibilitychange", look);
      tell();
    };
    document.addEventListener("visibilitychange", look);
    look();
    return () => document.removeEventListener("visibilitychange", look);
  }, [isAsked]);
}
