"use client";
import clsx from "clsx";
import { Download, FileText, X } from "lucide-react";
import { useState } from "react";
import { restoreFileAction, retireFileAction } from "@/lib/files/actions";
import { fileAddress, isPicture, thumbnailAddress } from "@/lib/files/limits";
import type { ViewedFile } from "@/lib/jobs/job-view";
import { changeWithUndo } from "./attempt";
import { Picture } from "./picture";
import { PictureViewer } from "./picture-viewer";

type FileStripProps = { files: ViewedFile[]; mayEdit: boolean; size?: "sm" | "md" };

/** Pictures in a row, large on a press, and documents to download. */
export function FileStrip({ files, mayEdit, size = "md" }: FileStripProps) {
  const [seen, setSeen] = useState<string | null>(null);
  const pictures = files.filter((file) => isPicture(file.contentType));
  const take = (file: ViewedFile) =>
    changeWithUndo(
      `${file.name} taken away`,
      () => retireFileAction({ fileId: file.id }),
      () => restoreFileAction({ fileId: file.id }),
    );
  const square = size === "sm" ? "size-16" : "size-24";

  return (
    <>
      <ul className="flex flex-wrap gap-2">
        {files.map((file) => (
          <li key={file.id} className="group relative print:break-inside-avoid">
            {isPicture(file.contentType) ? (
              <button
                type="button"
                onClick={() => setSeen(file.id)}
                aria-label={`See ${file.name}`}
                className={clsx("block overflow-hidden rounded-sm border bg-sunken", square)}
              >
                <Picture
                  src={thumbnailAddress(file.id)}
                  alt=""
                  loading="lazy"
                  decoding="async"
                  className="size-full object-cover transition-transform group-hover:scale-105"
                />
              </button>
            ) : (
              <a
                href={`${fileAddress(file.id)}?download`}
                className={clsx(
                  "flex flex-col items-center justify-center gap-1 rounded-sm border bg-sunken p-1.5 text-center text-xs text-ink-muted hover:text-ink",
                  square,
                )}
                data-tip={`Download ${file.name}`}
              >
                {size === "md" ? <FileText size={20} aria-hidden /> : <Download size={16} aria-hidden />}
                <span className="w-full truncate">{file.name}</span>
              </a>
            )}
            {mayEdit && (
              <button
                type="button"
                onClick={() => take(file)}
                aria-label={`Take ${file.name} away`}
                className="absolute top-0.5 right-0.5 grid size-6 place-items-center rounded-full border bg-raised text-ink-muted opacity-0 group-hover:opacity-100 hover:text-ink focus-visible:opacity-100 pointer-coarse:opacity-100 print:hidden"
              >
                <X size={12} aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
      {seen && <PictureViewer pictures={pictures} first={seen} onClose={() => setSeen(null)} />}
    </>
  );
}
