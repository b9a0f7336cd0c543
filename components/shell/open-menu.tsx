"use client";
import { Search } from "lucide-react";

export const openMenuEvent = "coatyard:open-menu";

/** Opens the command menu, which the shortcuts load on first use. */
export function OpenMenu({ className }: { className: string }) {
  return (
    <button
      type="button"
      className={className}
      aria-keyshortcuts="Meta+K Control+K"
      onClick={() => window.dispatchEvent(new Event(openMenuEvent))}
    >
      <Search size={20} strokeWidth={1.75} aria-hidden />
      Search
    </button>
  );
}
