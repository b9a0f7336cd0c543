"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";
import { Progress } from "../ui/progress";
import {
  cancelUploads,
  dropUpload,
  type FileOwner,
  isUnderway,
  retryUpload,
  takeChanged,
  type Upload,
} from "./uploads";
import { useUploads } from "./use-uploads";
import { VisibilityMark } from "./visibility-mark";

/** The files on their way to a job or customer, in all and one by one; a refused one stays with its reason until it is let go. */
export function UploadList({ owner }: { owner: FileOwner }) {
  const uploads = useUploads(owner);
  const underway = uploads.filter(isUnderway);
  const refused = uploads.filter((one) => one.state === "refused");
  useFreshPage(owner, underway.length > 0);
  if (uploads.length === 0) return null;

  const sum = (of: (one: Upload) => number) => uploads.reduce((total, one) => total + of(one), 0);
  const bytes = sum(({ file }) => file.size);
  const sent = sum(({ file, share, state }) => (state === "refused" ? file.size : file.size * share));
  const done = uploads.length - underway.length;
  return (
    <div className="mb-3 rounded-sm border bg-paper p-3 print:hidden">
      {underway.length > 0 && (
        <Progress
          label={`Adding ${uploads.length} ${uploads.length === 1 ? "file" : "files"}`}
          value={percent(sent, bytes)}
          max={100}
          count={`${done} of ${uploads.length}, ${percent(sent, bytes)} %`}
          action={
            <Button size="sm" variant="quiet" onClick={() => cancelUploads(owner)}>
              {underway.length === 1 ? "Cancel" : "Cancel all"}
            </Button>
          }
        />
      )}
      <ul className="max-h-64 divide-y overflow-y-auto empty:hidden" aria-label="Files being added">
        {[...refused, ...underway].map((one) => (
          <li key={one.id} className="py-1.5">
            {one.state === "refused" ? <RefusedFile one={one} /> : <FileUnderway one={one} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function FileUnderway({ one }: { one: Upload }) {
  const sent = Math.round(one.share * 100);
  return (
    <div className="flex items-center gap-2">
      <Progress
        className="min-w-0 flex-1"
        label={one.file.name}
        value={sent}
        max={100}
        count={
          <span className="flex gap-2">
            {one.visibility === "shared" && <VisibilityMark visibility="shared" />}
            {one.state === "waiting" ? "Waiting" : sent === 100 ? "Checking" : `${sent} %`}
          </span>
        }
      />
      <IconButton label={`Cancel ${one.file.name}`} size="sm" onClick={() => dropUpload(one.id)}>
        <Icon name="x" size={14} />
      </IconButton>
    </div>
  );
}

function RefusedFile({ one }: { one: Upload }) {
  return (
    <div className="flex items-start gap-2">
      <Icon name="circle-exclamation-point" size={16} className="mt-0.5 shrink-0 text-late-ink" />
      <p role="alert" className="min-w-0 flex-1 break-words">
        <span className="font-medium">{one.file.name}</span>{" "}
        <span className="text-late-ink">{one.problem}</span>
      </p>
      {one.mayRetry && (
        <Button size="sm" icon={<Icon name="rotate-ccw" size={14} />} onClick={() => retryUpload(one.id)}>
          Try again
        </Button>
      )}
      <IconButton label={`Leave ${one.file.name} out`} size="sm" onClick={() => dropUpload(one.id)}>
        <Icon name="x" size={14} />
      </IconButton>
    </div>
  );
}

const percent = (part: number, whole: number) => (whole > 0 ? Math.round((part / whole) * 100) : 100);

/** Reads the page again when the last file of a go is through, or was while its sender looked elsewhere. */
function useFreshPage(owner: FileOwner, isBusy: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!isBusy && takeChanged(owner)) router.refresh();
  }, [owner, isBusy, router]);
}
