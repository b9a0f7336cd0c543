import type { ReactNode } from "react";

/** Filters beside each other; on a phone in one line that scrolls sideways. */
export function FilterRow({ children }: { children: ReactNode }) {
  return (
    <div className="contents max-md:-mx-4 max-md:relative max-md:flex max-md:w-[calc(100%+32px)] max-md:gap-2 max-md:overflow-x-auto max-md:px-4 max-md:pb-0.5 max-md:[scrollbar-width:none] max-md:*:shrink-0">
      {children}
    </div>
  );
}
