import type { ReactNode } from "react";

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-grid h-5 min-w-5 place-items-center rounded-sm border bg-paper px-1.5 font-sans text-xs text-ink-muted">
      {children}
    </kbd>
  );
}
