"use client";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { Icon } from "../ui/icon";
import { filesOf } from "./upload";

const keepPage = (event: DragEvent) => {
  if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
};

type DropZoneProps = {
  onFiles: (files: File[]) => void;
  isOff?: boolean;
  /** What letting go here does: "Drop pictures or PDFs here". */
  invitation?: ReactNode;
  children: ReactNode;
  className?: string;
};

/** Takes files dropped anywhere on it, and pictures pasted while it is on the screen. */
export function DropZone({ onFiles, isOff, invitation, children, className }: DropZoneProps) {
  const [isOver, setIsOver] = useState(false);
  const depth = useRef(0);
  const zone = useRef<HTMLDivElement>(null);

  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const files = filesOf(event.clipboardData);
    const modal = document.querySelector("dialog:modal, [aria-modal=true]");
    if (isOff || files.length === 0 || (modal && !modal.contains(zone.current))) return;
    event.preventDefault();
    onFiles(files);
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => onPaste(event);
    document.addEventListener("paste", listen);
    // A file let go beside the zone must not open in place of the page and what was typed on it.
    window.addEventListener("dragover", keepPage);
    window.addEventListener("drop", keepPage);
    return () => {
      document.removeEventListener("paste", listen);
      window.removeEventListener("dragover", keepPage);
      window.removeEventListener("drop", keepPage);
    };
  }, []);

  if (isOff) return <div className={className}>{children}</div>;
  const brings = (event: React.DragEvent) => event.dataTransfer.types.includes("Files");
  const leave = () => {
    depth.current = 0;
    setIsOver(false);
  };
  return (
    <div
      ref={zone}
      className={className}
      onDragEnter={(event) => {
        if (!brings(event)) return;
        event.stopPropagation();
        depth.current += 1;
        setIsOver(true);
      }}
      onDragOver={(event) => {
        if (!brings(event)) return;
        event.preventDefault();
        event.stopPropagation();
        event.dataTransfer.dropEffect = "copy";
      }}
      onDragLeave={(event) => {
        if (!brings(event)) return;
        event.stopPropagation();
        depth.current -= 1;
        if (depth.current <= 0) leave();
      }}
      onDrop={(event) => {
        if (!brings(event)) return;
        event.preventDefault();
        event.stopPropagation();
        leave();
        onFiles(filesOf(event.dataTransfer));
      }}
    >
      {children}
      {isOver && (
        <div className="pointer-events-none absolute inset-2 z-20 grid place-items-center rounded-lg border-2 border-dashed border-accent-ink bg-accent-wash/90 text-base font-medium text-accent-ink">
          <div className="sticky top-8 bottom-[40dvh]">
            {invitation ?? (
              <span className="flex items-center gap-2">
                <Icon name="image-plus" size={20} />
                Drop pictures or PDFs here
              </span>
            )}
          </div>
        </div>
      )}
    </div>
  );
}
