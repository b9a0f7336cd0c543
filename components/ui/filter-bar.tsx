import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "./icon";

type Applied = {
  /** "Customer", "Due". */
  name: string;
  value: ReactNode;
  /** The same address without this filter. */
  removeHref: string;
};

type FilterBarProps = {
  /** The search field and the filters that can be added. */
  children?: ReactNode;
  applied: readonly Applied[];
  clearHref: string;
  /** What the filters leave: "38 of 512 jobs". Never hide rows in silence. */
  count?: ReactNode;
};

/** What is filtered, as chips one can see and remove; the address holds all of it. */
export function FilterBar({ children, applied, clearHref, count }: FilterBarProps) {
  return (
    <div className="flex flex-wrap items-center gap-2 pb-3">
      {children}
      {applied.map((one) => (
        <span
          key={one.removeHref}
          className="inline-flex h-8 max-w-72 items-center rounded-sm border bg-surface pl-2.5 pointer-coarse:h-11"
        >
          <span className="truncate">
            <span className="text-ink-faint">{one.name}</span> {one.value}
          </span>
          <Link
            href={one.removeHref}
            scroll={false}
            aria-label={`Remove filter ${one.name}`}
            className="mx-0.5 grid size-7 shrink-0 place-items-center rounded-sm text-ink-faint hover:bg-press hover:text-ink pointer-coarse:size-10"
          >
            <Icon name="x" size={14} />
          </Link>
        </span>
      ))}
      {applied.length > 0 && (
        <Link
          href={clearHref}
          scroll={false}
          className="px-1.5 py-1 text-ink-muted hover:text-ink hover:underline"
        >
          Clear
        </Link>
      )}
      {count && <span className="ml-auto text-ink-muted">{count}</span>}
    </div>
  );
}
