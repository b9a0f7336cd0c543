"use client";
import clsx from "clsx";
import { useEffect, useState } from "react";
import { fileAddress } from "@/lib/files/limits";
import type { ViewedFile } from "@/lib/jobs/job-view";
import { buttonClass } from "../ui/button-class";
import { Dialog } from "../ui/dialog";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";
import { downloadAddress, tellDownload } from "./download-file";
import { FileFacts } from "./file-facts";
import { Picture } from "./picture";

type PictureViewerProps = {
  pictures: ViewedFile[];
  first: string;
  customer: string;
  mayEdit: boolean;
  onClose: () => void;
};

/** Pictures as large as the screen: arrows go on, a press on the picture shows its own size, Escape closes. */
export function PictureViewer({ pictures, first, customer, mayEdit, onClose }: PictureViewerProps) {
  const [seen, setSeen] = useState(first);
  const [isFull, setIsFull] = useState(false);
  const at = Math.max(
    0,
    pictures.findIndex((one) => one.id === seen),
  );
  const picture = pictures[at];
  useEffect(() => {
    if (!picture) onClose();
  }, [picture, onClose]);

  const go = (step: number) => {
    setIsFull(false);
    setSeen(pictures.at((at + step) % pictures.length)?.id ?? seen);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.target instanceof Element && event.target.closest("[role=menu]")) return;
      if (event.key === "ArrowRight") go(1);
      if (event.key === "ArrowLeft") go(-1);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });

  if (!picture) return null;
  return (
    <Dialog isOpen onClose={onClose} size="full" title={picture.name}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 pb-2 text-ink-muted">
        <span className="whitespace-nowrap">
          {at + 1} of {pictures.length}
        </span>
        <FileFacts key={picture.id} file={picture} customer={customer} mayEdit={mayEdit} />
        <span className="ml-auto" />
        <a
          href={downloadAddress(picture.id)}
          download
          onClick={() => tellDownload(picture.id)}
          className={buttonClass({ variant: "quiet", size: "sm" })}
        >
          <Icon name="download" size={14} />
          Download
        </a>
      </div>
      <div className="relative min-h-0 flex-1 bg-sunken">
        <button
          type="button"
          onClick={() => setIsFull(!isFull)}
          aria-label={isFull ? "Fit the screen" : "Show in its own size"}
          className={clsx("absolute inset-0", isFull ? "cursor-zoom-out overflow-auto" : "cursor-zoom-in")}
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
            <Step label="Previous picture" keys="←" onClick={() => go(-1)} className="left-3">
              <Icon name="chevron-left" size={20} />
            </Step>
            <Step label="Next picture" keys="→" onClick={() => go(1)} className="right-3">
              <Icon name="chevron-right" size={20} />
            </Step>
          </>
        )}
      </div>
    </Dialog>
  );
}

type StepProps = Pick<
  Parameters<typeof IconButton>[0],
  "label" | "keys" | "onClick" | "children" | "className"
>;

const Step = ({ className, ...rest }: StepProps) => (
  <span className={clsx("absolute top-[calc(50%-20px)]", className)}>
    <IconButton {...rest} variant="secondary" size="lg" />
  </span>
);
