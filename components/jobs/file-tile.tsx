"use client";
import clsx from "clsx";
import { isPicture } from "@/lib/files/limits";
import type { ViewedFile } from "@/lib/jobs/job-view";
import { downloadAddress, tellDownload } from "./download-file";
import { FileMenu } from "./file-menu";
import { FileThumb } from "./file-thumb";
import { categoryNames } from "./file-words";
import { useFileChange } from "./use-file-change";
import { VisibilityMark } from "./visibility-mark";

type FileTileProps = { file: ViewedFile; customer: string; mayEdit: boolean; onSee: () => void };

/** A file: its picture, what it is, who sees it. A press on that shares it or makes it private. */
export function FileTile({ file, customer, mayEdit, onSee }: FileTileProps) {
  const change = useFileChange(file, customer);
  const { shown, turn } = change;
  const isShared = shown.visibility === "shared";
  const frame = "block aspect-4/3 w-full overflow-hidden bg-sunken";
  const counted = shown.downloads > 0 ? ` · ${times(shown.downloads)}` : "";
  return (
    <li
      className={clsx(
        "flex min-w-0 flex-col overflow-hidden rounded-sm border print:break-inside-avoid",
        isShared ? "border-risk-ink bg-risk-wash" : "bg-raised",
      )}
    >
      {isPicture(shown.contentType) ? (
        <button type="button" onClick={onSee} aria-label={`See ${shown.name}`} className={frame}>
          <FileThumb file={shown} />
        </button>
      ) : (
        <a
          href={downloadAddress(shown.id)}
          download
          onClick={() => tellDownload(shown.id)}
          aria-label={`Download ${shown.name}`}
          data-tip={`Download ${shown.name}`}
          className={frame}
        >
          <FileThumb file={shown} />
        </a>
      )}
      <div className="px-2 pt-1.5 text-xs">
        <p className="truncate font-medium" title={shown.name}>
          {shown.name}
        </p>
        <p className="truncate text-ink-muted">
          {categoryNames[shown.category]}
          {counted}
        </p>
      </div>
      <div className="flex items-center justify-between gap-1 p-1 text-xs text-ink-muted print:hidden">
        {mayEdit ? (
          <button
            type="button"
            aria-label={isShared ? `Shared: make ${shown.name} private` : `Private: share ${shown.name}`}
            data-tip={isShared ? `${customer} sees it. Press to make it private` : `Share with ${customer}`}
            onClick={turn}
            className="h-7 rounded-sm px-1 hover:bg-hover active:bg-press pointer-coarse:h-9"
          >
            <VisibilityMark visibility={shown.visibility} />
          </button>
        ) : (
          <span className="px-1">
            <VisibilityMark visibility={shown.visibility} />
          </span>
        )}
        <FileMenu change={change} mayEdit={mayEdit} />
      </div>
    </li>
  );
}

const times = (downloads: number) => `${downloads} ${downloads === 1 ? "download" : "downloads"}`;
