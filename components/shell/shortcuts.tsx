"use client";
import { useRouter } from "next/navigation";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { Permission } from "@/db/vocabulary";
import { isTyping, keyStep } from "./key-steps";
import { openMenuEvent } from "./open-menu";
import { areKeysOn } from "./single-keys";

const CommandMenu = lazy(() => import("./command-menu"));
const KeyList = lazy(() => import("./key-list"));

const sequenceMs = 1200;

/** Listens for keys on every staff page; the menu and the list of keys load on first use. */
export function Shortcuts({ held }: { held: readonly Permission[] }) {
  const router = useRouter();
  const [shown, setShown] = useState<"menu" | "keys" | null>(null);
  const gAt = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() === "k" &&
        (event.metaKey || event.ctrlKey) &&
        !event.altKey &&
        !event.shiftKey
      ) {
        event.preventDefault();
        setShown((was) => (was === "menu" ? null : "menu"));
        return;
      }
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.isComposing)
        return;
      if (isTyping(event.target) || !areKeysOn()) return;
      const step = keyStep(event.key, event.timeStamp - gAt.current < sequenceMs);
      gAt.current = step === "wait" ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (step === null || step === "wait") return;
      event.preventDefault();
      if (step === "search") {
        const field = document.querySelector<HTMLInputElement>("[data-page-search]");
        if (field) field.select();
        else setShown("menu");
      } else if ("go" in step) router.push(step.go);
      else setShown(step.open);
    };
    const onAsk = () => setShown("menu");
    window.addEventListener("keydown", onKey);
    window.addEventListener(openMenuEvent, onAsk);
    return () => {
      window.removeEventListener("keydown", onKey);
      window.removeEventListener(openMenuEvent, onAsk);
    };
  }, [router]);

  const close = () => setShown(null);
  return (
    <Suspense>
      {shown === "menu" && <CommandMenu held={held} onClose={close} onKeys={() => setShown("keys")} />}
      {shown === "keys" && <KeyList onClose={close} />}
    </Suspense>
  );
}
