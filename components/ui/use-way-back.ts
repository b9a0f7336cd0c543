import { useLayoutEffect, useRef } from "react";

/** Where the focus goes when a window closes: to what had it before, even when a field within has autoFocus. */
export function useWayBack(isOpen: boolean) {
  const before = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (isOpen && focused instanceof HTMLElement && focused !== document.body) before.current = focused;
  }, [isOpen]);
  // True leaves the choice to the primitive: what was pressed may be gone, as the line of a menu is.
  return () => (before.current?.isConnected ? before.current : true);
}
