import clsx from "clsx";

/** Holds the place of what is loading; seen only when that takes longer than 150 ms. Size it by class. */
export function Skeleton({ className = "h-4 w-full" }: { className?: string }) {
  return <span aria-hidden className={clsx("block animate-late-in rounded-sm bg-press", className)} />;
}
