"use client";
import { type ComponentType, cloneElement, type MouseEventHandler, type ReactElement, useState } from "react";
import { toast } from "./toast";

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
  const [loaded, setLoaded] = useState<{ View: ComponentType<P & Opened> } | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const open = async () => {
    setIsOpen(true);
    if (loaded) return;
    try {
      const { default: View } = await load();
      setLoaded({ View });
    } catch (cause) {
      setIsOpen(false);
      toast.problem("This could not be fetched. Check the connection and try again.");
      throw cause;
    }
  };
  // Only a head start: the press itself tells of a failure.
  const begin = () => void load().catch(() => undefined);
  return (
    <>
      {cloneElement(trigger, { onClick: open, onPointerEnter: begin, onFocus: begin })}
      {isOpen && loaded && <loaded.View {...props} onClose={() => setIsOpen(false)} />}
    </>
  );
}
