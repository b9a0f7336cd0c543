import clsx from "clsx";
import { Eye, Lock } from "lucide-react";
import type { FileVisibility } from "@/db/vocabulary";

/** Who sees a file: by sign, by word and by colour. */
export function VisibilityMark({ visibility }: { visibility: FileVisibility }) {
  const isShared = visibility === "shared";
  const Icon = isShared ? Eye : Lock;
  return (
    <span className={clsx("inline-flex items-center gap-1", isShared && "font-semibold text-risk-ink")}>
      <Icon size={12} className="shrink-0" aria-hidden />
      {isShared ? "Shared" : "Private"}
    </span>
  );
}
