"use client";
import { Icon } from "../ui/icon";

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
      <Icon name="search" size={20} className="stroke-[1.75]" />
      Search
    </button>
  );
}
