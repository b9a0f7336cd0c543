import clsx from "clsx";
import type { ReactNode } from "react";
import { Icon } from "./icon";

type ChipProps = {
  children: ReactNode;
  /** Said by the cross: "Remove Acme Railings". */
  removeLabel?: string;
  onRemove?: () => void;
  className?: string;
};

/** A thing that was chosen: a filter, a tag, a person. With onRemove it can be taken away. */
export function Chip({ children, removeLabel = "Remove", onRemove, className }: ChipProps) {
  return (
    <span
      className={clsx(
        "inline-flex h-7 max-w-64 items-center gap-1 rounded-sm border bg-surface pl-2 text-xs pointer-coarse:h-9",
        onRemove ? "pr-0.5" : "pr-2",
        className,
      )}
    >
      <span className="flex min-w-0 items-center gap-1.5 truncate">{children}</span>
      {onRemove && (
        <button
          type="button"
          onClick={onRemove}
          aria-label={removeLabel}
          className="grid size-6 shrink-0 place-items-center rounded-sm text-ink-faint hover:bg-press hover:text-ink pointer-coarse:size-8"
        >
          <Icon name="x" size={12} />
        </button>
      )}
    </span>
  );
}
