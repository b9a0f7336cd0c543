"use client";
import { Dialog as Primitive } from "@base-ui/react/dialog";
import clsx from "clsx";
import type { ReactNode } from "react";
import { Icon } from "./icon";
import { IconButton } from "./icon-button";
import { useWindow } from "./use-window";

type DialogProps = {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  size?: "sm" | "md" | "lg" | "full";
  children: ReactNode;
};

const widths = { sm: "sm:w-[400px]", md: "sm:w-[560px]", lg: "sm:w-[880px]", full: "dialog-full" };

/** A window over the page: centred, on a phone from below. Its children are mounted only while it is open. */
export function Dialog({ isOpen, onClose, title, description, size = "md", children }: DialogProps) {
  const { root, popup } = useWindow({ isOpen, onClose });
  return (
    <Primitive.Root {...root}>
      <Primitive.Portal>
        <Primitive.Backdrop forceRender className="ui-veil" />
        <Primitive.Popup {...popup} className={clsx("ui-dialog", widths[size])}>
          <div className="pt-4 pr-14 pb-1 pl-5">
            <Primitive.Title className="text-lg font-semibold">{title}</Primitive.Title>
            {description && (
              <Primitive.Description className="mt-0.5 text-ink-muted">{description}</Primitive.Description>
            )}
          </div>
          {children}
          {/* Last, so that the first field has the focus when the dialog opens. */}
          <IconButton label="Close" onClick={onClose} className="ui-dialog-close">
            <Icon name="x" size={18} />
          </IconButton>
        </Primitive.Popup>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

type DialogBodyProps = {
  children: ReactNode;
  className?: string;
  /** For a body with nothing in it to focus: its name, as a place that the keyboard scrolls. */
  label?: string;
};

/** The part of a dialog that scrolls. */
export function DialogBody({ children, className, label }: DialogBodyProps) {
  const look = clsx("relative min-h-0 flex-1 overflow-y-auto px-5 py-3", className);
  if (!label) return <div className={look}>{children}</div>;
  return (
    <section aria-label={label} tabIndex={0} className={clsx(look, "focus-visible:-outline-offset-2")}>
      {children}
    </section>
  );
}

/** A dialog's buttons, always in sight: the primary one last. */
export function DialogFoot({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-end gap-2 border-t bg-raised px-5 py-3 max-sm:[&>button]:flex-1">
      {children}
    </div>
  );
}
