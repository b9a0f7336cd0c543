"use client";
import { useState } from "react";
import { fileCategories } from "@/db/vocabulary";
import { isPicture } from "@/lib/files/limits";
import type { ViewedFile } from "@/lib/jobs/job-view";
import { Button } from "../ui/button";
import { FileTile } from "./file-tile";
import { categoryNames } from "./file-words";
import { PictureViewer } from "./picture-viewer";

type FileGridProps = { files: ViewedFile[]; customer: string; mayEdit: boolean };
type Kind = "all" | "shared" | ViewedFile["category"];

const first = 12;

/** Files as tiles, large on a press. Many are narrowed by kind, and the first dozen stand for the rest until asked. */
export function FileGrid({ files, customer, mayEdit }: FileGridProps) {
  const [seen, setSeen] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Kind>("all");
  const [isWhole, setIsWhole] = useState(false);
  const kinds = kindsOf(files);
  const kind = kinds.some(([one]) => one === chosen) ? chosen : "all";
  const narrowed = files.filter((file) => isOfKind(file, kind));
  const shown = isWhole ? narrowed : narrowed.slice(0, first);
  return (
    <>
      {files.length > first / 2 && kinds.length > 2 && (
        <fieldset className="mb-2 flex flex-wrap gap-1 print:hidden">
          <legend className="sr-only">Show</legend>
          {kinds.map(([one, count]) => (
            <label
              key={one}
              className="flex h-7 items-center gap-1 rounded-full border px-2.5 text-xs text-ink-muted has-checked:border-line-strong has-checked:bg-press has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 pointer-coarse:h-9"
            >
              <input
                type="radio"
                className="sr-only"
                checked={kind === one}
                onChange={() => setChosen(one)}
              />
              {one === "all" ? "All" : one === "shared" ? "Shared" : categoryNames[one]}
              <span className="text-ink-faint">{count}</span>
            </label>
          ))}
        </fieldset>
      )}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-2">
        {shown.map((file) => (
          <FileTile
            key={file.id}
            file={file}
            customer={customer}
            mayEdit={mayEdit}
            onSee={() => setSeen(file.id)}
          />
        ))}
      </ul>
      {shown.length < narrowed.length && (
        <Button variant="quiet" className="mt-2 print:hidden" onClick={() => setIsWhole(true)}>
          Show all {narrowed.length}
        </Button>
      )}
      {seen && (
        <PictureViewer
          pictures={narrowed.filter((file) => isPicture(file.contentType))}
          first={seen}
          customer={customer}
          mayEdit={mayEdit}
          onClose={() => setSeen(null)}
        />
      )}
    </>
  );
}

const isOfKind = (file: ViewedFile, kind: Kind) =>
  kind === "all" || (kind === "shared" ? file.visibility === "shared" : file.category === kind);

function kindsOf(files: ViewedFile[]): [Kind, number][] {
  const all = ["all", "shared", ...fileCategories] as const;
  return all
    .map((kind): [Kind, number] => [kind, files.filter((file) => isOfKind(file, kind)).length])
    .filter(([, count]) => count > 0);
}
