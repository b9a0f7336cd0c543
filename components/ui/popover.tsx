"use client";
import clsx from "clsx";
import { cloneElement, type ReactElement, type ReactNode, useEffect, useId, useRef } from "react";
import { holdBeside } from "./anchor";

type Opener = { popoverTarget?: string; id?: string; "aria-haspopup"?: "dialog" };

type PopoverProps = {
  /** A Button or IconButton; pressing it opens and closes. */
  trigger: ReactElement<Opener>;
  label: string;
  align?: "start" | "end";
  children: ReactNode;
  className?: string;
};

/** A small panel beside a button. Escape or a press elsewhere closes it, and focus goes back. */
export function Popover({ trigger, label, align, children, className }: PopoverProps) {
  const id = useId();
  const panel = useHeldPanel(`${id}-opener`, align);
  return (
    <>
      {cloneElement(trigger, { popoverTarget: id, id: `${id}-opener`, "aria-haspopup": "dialog" })}
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className={clsx("ui-popover p-3", className)}
      >
        {children}
      </div>
    </>
  );
}

/** Ties a popover to its opener: placed when it opens, kept there while it is open. */
function useHeldPanel(openerId: string, align?: "start" | "end") {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const shown = panel.current;
    if (!shown) return;
    let release: (() => void) | undefined;
    const onToggle = (event: ToggleEvent) => {
      release?.();
      release = undefined;
      const opener = document.getElementById(openerId);
      if (event.newState !== "open" || !opener) return;
      release = holdBeside(opener, shown, { align });
    };
    shown.addEventListener("toggle", onToggle);
    return () => {
      release?.();
      shown.removeEventListener("toggle", onToggle);
    };
  }, [openerId, align]);
  return panel;
}
