"use client";
import { type ComponentType, cloneElement, type MouseEventHandler, type ReactElement, useState } from "react";

type Opened = { onClose: () => void };
type Opener = { onClick?: MouseEventHandler; onPointerEnter?: () => void; onFocus?: () => void };

type LazyDialogProps<P> = {
  trigger: ReactElement<Opener>;
  /** `() => import("./new-powder-dialog")`, whose default export is an open dialog taking onClose. */
  load: () => Promise<{ default: ComponentType<P & Opened> }>;
  props: P;
};

/** A button whose dialog is fetched on its first use; pointing at it begins the fetch. */
export function LazyDialog<P extends object>({ trigger, load, props }: LazyDialogProps<P>) {
  const [Opened, setOpened] = useState<{ View: ComponentType<P & { onClose: () => void }> } | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const open = async () => {
    setIsOpen(true);
    const { default: View } = await load();
    setOpened({ View });
  };
  const begin = () => void load();
  return (
    <>
      {cloneElement(trigger, { onClick: open, onPointerEnter: begin, onFocus: begin })}
      {isOpen && Opened && <Opened.View {...props} onClose={() => setIsOpen(false)} />}
    </>
  );
}
