"use client";
import { ChevronLeft, ChevronRight, Download, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { fileAddress } from "@/lib/files/limits";
import type { ViewedFile } from "@/lib/jobs/job-view";
import { iconButtonClass } from "../ui/button-class";
import { IconButton } from "../ui/icon-button";
import { Picture } from "./picture";

type PictureViewerProps = { pictures: ViewedFile[]; first: string; onClose: () => void };

/** Pictures as large as the screen: arrows go on, a press on the picture shows its own size, Escape closes. */
export function PictureViewer({ pictures, first, onClose }: PictureViewerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      pictures.findIndex((one) => one.id === first),
    ),
  );
  const [isFull, setIsFull] = useState(false);
  const picture = pictures[Math.min(at, pictures.length - 1)];

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    if (!picture) onClose();
  }, [picture, onClose]);

  const go = (step: number) => {
    setIsFull(false);
    setAt((now) => (now + step + pictures.length) % pictures.length);
  };
  if (!picture) return null;
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-label={picture.name}
      onKeyDown={(event) => {
        if (event.key === "ArrowRight") go(1);
        if (event.key === "ArrowLeft") go(-1);
      }}
      className="ui-dialog dialog-full flex-col bg-sunken"
    >
      <header className="flex items-center gap-2 py-2 pr-2 pl-4">
        <p className="min-w-0 flex-1 truncate">
          {picture.name}
          <span className="ml-2 text-ink-faint">
            {at + 1} of {pictures.length}
          </span>
        </p>
        <a
          href={`${fileAddress(picture.id)}?download`}
          aria-label="Download"
          data-tip="Download"
          className={iconButtonClass({})}
        >
          <Download size={18} aria-hidden />
        </a>
        <IconButton label="Close" keys="Esc" onClick={() => dialog.current?.close()}>
          <X size={18} aria-hidden />
        </IconButton>
      </header>
      <div className="relative min-h-0 flex-1">
        <button
          type="button"
          onClick={() => setIsFull(!isFull)}
          aria-label={isFull ? "Fit the screen" : "Show in its own size"}
          className={`block size-full ${isFull ? "cursor-zoom-out overflow-auto" : "cursor-zoom-in overflow-hidden"}`}
        >
          <Picture
            src={fileAddress(picture.id)}
            alt={picture.name}
            width={picture.width ?? undefined}
            height={picture.height ?? undefined}
            className={isFull ? "max-w-none" : "size-full object-contain"}
          />
        </button>
        {pictures.length > 1 && (
          <>
            <IconButton
              label="Previous picture"
              keys="←"
              variant="secondary"
              size="lg"
              onClick={() => go(-1)}
              className="absolute top-1/2 left-3"
            >
              <ChevronLeft size={20} aria-hidden />
            </IconButton>
            <IconButton
              label="Next picture"
              keys="→"
              variant="secondary"
              size="lg"
              onClick={() => go(1)}
              className="absolute top-1/2 right-3"
            >
              <ChevronRight size={20} aria-hidden />
            </IconButton>
          </>
        )}
      </div>
    </dialog>
  );
}
