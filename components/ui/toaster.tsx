"use client";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Icon } from "./icon";
import { dismissToast, shownToasts, type Toast, takeBack, undoNewest, watchToasts } from "./toast";

const none: readonly Toast[] = [];

/** Where toasts appear: once, in the root layout. It sits in the top layer, so an open dialog does not hide it. */
export function Toaster() {
  const toasts = useSyncExternalStore(watchToasts, shownToasts, () => none);
  const layer = useRef<HTMLElement>(null);
  const [isHeld, setIsHeld] = useState(false);

  useEffect(() => {
    layer.current?.hidePopover();
    if (toasts.length > 0) layer.current?.showPopover();
    else setIsHeld(false);
  }, [toasts]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isUndo = event.key.toLowerCase() === "z" && (event.metaKey || event.ctrlKey) && !event.shiftKey;
      const isTyping =
        event.target instanceof HTMLElement &&
        event.target.matches("input,textarea,select,[contenteditable] *,[contenteditable]");
      if (isUndo && !isTyping && undoNewest()) event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  return (
    <>
      <section
        ref={layer}
        popover="manual"
        aria-label="Notices"
        className="toast-layer"
        onPointerEnter={() => setIsHeld(true)}
        onPointerLeave={() => setIsHeld(false)}
        onFocus={() => setIsHeld(true)}
        onBlur={() => setIsHeld(false)}
      >
        {toasts.map((one) => (
          <ToastLine key={one.id} toast={one} isHeld={isHeld} />
        ))}
      </section>
      <div role="status" aria-live="polite" className="sr-only">
        {toasts.map((one) => (
          <p key={one.id}>{one.undo ? `${one.message}. Control Z takes it back.` : one.message}</p>
        ))}
      </div>
    </>
  );
}

function ToastLine({ toast, isHeld }: { toast: Toast; isHeld: boolean }) {
  const left = useRef(toast.lastsMs);
  useEffect(() => {
    if (isHeld) return;
    const since = performance.now();
    const timer = setTimeout(() => dismissToast(toast.id), left.current);
    return () => {
      clearTimeout(timer);
      left.current = Math.max(1_000, left.current - (performance.now() - since));
    };
  }, [isHeld, toast.id]);

  return (
    <div className="toast" data-tone={toast.tone}>
      {toast.tone === "problem" && (
        <Icon name="triangle-exclamation-point" size={16} className="shrink-0 text-on-inverse-late" />
      )}
      {toast.tone === "done" && <Icon name="check" size={16} className="shrink-0 text-on-inverse-done" />}
      <p className="min-w-0 flex-1 py-2">{toast.message}</p>
      {toast.onward && (
        <button type="button" onClick={toast.onward.go} className="toast-undo">
          {toast.onward.label}
        </button>
      )}
      {toast.undo && (
        <button type="button" onClick={() => takeBack(toast)} className="toast-undo">
          Undo
        </button>
      )}
      <button
        type="button"
        onClick={() => dismissToast(toast.id)}
        aria-label="Dismiss"
        className="grid size-7 shrink-0 place-items-center rounded-sm text-on-inverse-muted hover:bg-[rgb(255_255_255/0.14)] hover:text-on-inverse"
      >
        <Icon name="x" size={14} />
      </button>
    </div>
  );
}
