"use client";
import { Download } from "lucide-react";
import type { PortalFile } from "@/lib/portal/portal-view";

/** A file to take home; the shop is told that it was taken. */
export function TakeFile({ file }: { file: PortalFile }) {
  const address = `/api/portal/files/${file.id}`;
  const count = () => {
    fetch(`${address}/downloads`, { method: "POST", keepalive: true }).catch(() => {});
  };
  return (
    <a
      href={`${address}?download`}
      download={file.name}
      onClick={count}
      className="flex min-h-12 items-center gap-3 px-4 py-2 hover:bg-hover"
    >
      <span className="min-w-0 flex-1 truncate">{file.name}</span>
      <Download size={18} className="shrink-0 text-ink-muted" aria-hidden />
    </a>
  );
}
