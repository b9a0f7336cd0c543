"use client";
import type { PortalFile } from "@/lib/portal/portal-view";
import { Icon } from "../ui/icon";

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
      <Icon name="download" size={18} className="shrink-0 text-ink-muted" />
    </a>
  );
}
