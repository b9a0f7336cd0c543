"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 30_000;
const noSoonerMs = 5_000;

/** Reads the page anew when its reader comes back to it, and every half minute while they look at it. */
export function KeepFresh() {
  const router = useRouter();
  useEffect(() => {
    let readAt = Date.now();
    const read = () => {
      if (document.visibilityState !== "visible" || Date.now() - readAt < noSoonerMs) return;
      readAt = Date.now();
      router.refresh();
    };
    const timer = setInterval(read, everyMs);
    document.addEventListener("visibilitychange", read);
    window.addEventListener("focus", read);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", read);
      window.removeEventListener("focus", read);
    };
  }, [router]);
  return null;
}
