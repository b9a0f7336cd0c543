"use client";
import { Dialog } from "@base-ui/react/dialog";
import { type CSSProperties, type ReactNode } from "react";
import { Icon } from "./icon";
import { IconButton } from "./icon-button";
import { useWindow } from "./use-window";

type SheetProps = {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  /** Beside the title: a link to the page of its own, a menu. */
  actions?: ReactNode;
  width?: number;
  /** True to veil the page beneath; otherwise the page stays in use. */
  isModal?: boolean;
  children: ReactNode;
};

/** A panel from the right that leaves the page in its place. Escape closes it. */
export function Sheet({
  isOpen,
  onClose,
  title,
  actions,
  width = 560,
  isModal = false,
  children,
}: SheetProps) {
  const { root, popup } = useWindow({ isOpen, onClose, isModal });
  return (
    <Dialog.Root {...root} modal={isModal} disablePointerDismissal={!isModal}>
      <Dialog.Portal>
        {isModal && <Dialog.Backdrop forceRender className="ui-veil" />}
        <Dialog.Popup
          {...popup}
          initialFocus={popup.ref}
          className="ui-sheet"
          style={{ "--sheet-width": `${width}px` } as CSSProperties}
        >
          <div className="flex min-h-13 items-center gap-2 border-b py-2 pr-2 pl-4">
            <Dialog.Title className="min-w-0 flex-1 truncate text-base font-semibold">{title}</Dialog.Title>
            {actions}
            <IconButton label="Close" keys="Esc" onClick={onClose}>
              <Icon name="x" size={18} />
            </IconButton>
          </div>
          <section className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain">{children}</section>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
