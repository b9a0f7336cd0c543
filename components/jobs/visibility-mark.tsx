import clsx from "clsx";
import { Eye, Lock } from "lucide-react";
import type { FileVisibility } from "@/db/vocabulary";

type VisibilityMarkProps = {
  visibility: FileVisibility;
  /** A choice that is not made: without its colour. */
  isOffered?: boolean;
};

/** Who sees a file: by sign, by word and by colour. */
export function VisibilityMark({ visibility, isOffered }: VisibilityMarkProps) {
  const isShared = visibility === "shared";
  const Icon = isShared ? Eye : Lock;
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-1",
        isShared && !isOffered && "font-semibold text-risk-ink",
      )}
    >
      <Icon size={12} className="shrink-0" aria-hidden />
      {isShared ? "Shared" : "Private"}
    </span>
  );
}
