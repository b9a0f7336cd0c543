import clsx from "clsx";
import type { FileVisibility } from "@/db/vocabulary";
import { Icon } from "../ui/icon";

type VisibilityMarkProps = {
  visibility: FileVisibility;
  /** A choice that is not made: without its colour. */
  isOffered?: boolean;
};

/** Who sees a file: by sign, by word and by colour. */
export function VisibilityMark({ visibility, isOffered }: VisibilityMarkProps) {
  const isShared = visibility === "shared";
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-1",
        isShared && !isOffered && "font-semibold text-risk-ink",
      )}
    >
      <Icon name={isShared ? "eye" : "lock"} size={12} className="shrink-0" />
      {isShared ? "Shared" : "Private"}
    </span>
  );
}
