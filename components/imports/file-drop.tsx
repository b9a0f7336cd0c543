"use client";
import clsx from "clsx";
import { useRouter } from "next/navigation";
import { type DragEvent, useId, useRef, useState } from "react";
import { filesOf, putFile, type Uploading } from "../jobs/upload";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Notice } from "../ui/notice";
import { Progress } from "../ui/progress";

const takes =
  ".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type Underway = { name: string; share: number; cancel: () => void };

/** Takes one spreadsheet, dropped or chosen, and opens the import it begins. */
export function FileDrop() {
  const router = useRouter();
  const chooser = useRef<HTMLInputElement>(null);
  const hint = useId();
  const [underway, setUnderway] = useState<Underway | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [isOver, setIsOver] = useState(false);

  const send = async (file: File | undefined) => {
    if (!file || underway) return;
    setRefused(null);
    const { sent, cancel }: Uploading<{ id: string }> = putFile(
      `/api/imports?${new URLSearchParams({ name: file.name })}`,
      file,
      (share) => setUnderway((now) => now && { ...now, share }),
    );
    setUnderway({ name: file.name, share: 0, cancel });
    const answer = await sent;
    if (answer.ok) return router.push(`/imports/${answer.value.id}`);
    setUnderway(null);
    setRefused(answer.message || null);
  };

  const onDrag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setIsOver(event.type === "dragover");
  };

  return (
    <div className="grid content-start gap-3">
      <div
        onDragOver={onDrag}
        onDragLeave={onDrag}
        onDrop={(event) => {
          onDrag(event);
          void send(filesOf(event.dataTransfer)[0]);
        }}
        className={clsx(
          "grid min-h-56 place-items-center rounded-lg border-2 border-dashed p-6 text-center transition-colors",
          isOver ? "border-accent-ink bg-accent-wash" : "border-line-strong/60 bg-surface",
        )}
      >
        {underway ? (
          <Progress
            label={underway.share < 1 ? underway.name : `Reading ${underway.name}`}
            value={Math.round(underway.share * 100)}
            max={100}
            count={underway.share < 1 ? `${Math.round(underway.share * 100)} %` : "looking at its columns"}
            action={
              underway.share < 1 && (
                <Button size="sm" variant="quiet" onClick={underway.cancel}>
                  Cancel
                </Button>
              )
            }
            className="w-full max-w-sm text-left"
          />
        ) : (
          <div className="grid justify-items-center gap-3">
            <span aria-hidden className="grid size-12 place-items-center rounded-lg bg-press text-ink-muted">
              <Icon name="file-spreadsheet" size={24} className="stroke-[1.5]" />
            </span>
            <div>
              <p className="text-base font-semibold max-md:hidden">Drop a spreadsheet here</p>
              <p id={hint} className="text-ink-muted">
                CSV or XLSX, up to 25 MB, as it is: titles, totals and odd dates are sorted out with you.
              </p>
            </div>
            <Button
              variant="primary"
              size="lg"
              aria-describedby={hint}
              onClick={() => chooser.current?.click()}
            >
              Choose a file
            </Button>
          </div>
        )}
        <input
          ref={chooser}
          type="file"
          accept={takes}
          aria-label="Spreadsheet"
          className="hidden"
          onChange={(event) => {
            void send(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </div>
      {refused && (
        <Notice tone="late" title="This file could not be taken in">
          {refused}
        </Notice>
      )}
    </div>
  );
}
