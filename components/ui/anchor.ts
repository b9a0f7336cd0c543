type Box = { top: number; bottom: number; left: number; right: number };
type Size = { width: number; height: number };

export type Place = { left: number; top: number; maxHeight: number };

const gap = 4;
const edge = 8;

/** Where a floating panel goes: below its anchor, or above it when there is more room; never off the screen. In px. */
export function placeBeside(anchor: Box, panel: Size, screen: Size, align: "start" | "end" = "start"): Place {
  const below = screen.height - anchor.bottom - gap - edge;
  const above = anchor.top - gap - edge;
  const goesBelow = panel.height <= below || below >= above;
  const maxHeight = Math.max(96, goesBelow ? below : above);
  const height = Math.min(panel.height, maxHeight);
  const left = align === "start" ? anchor.left : anchor.right - panel.width;
  return {
    left: Math.max(edge, Math.min(left, screen.width - panel.width - edge)),
    top: goesBelow ? anchor.bottom + gap : Math.max(edge, anchor.top - gap - height),
    maxHeight,
  };
}

/** Puts a shown panel beside its anchor and keeps it there while the page scrolls; returns how to stop. */
export function holdBeside(
  anchor: HTMLElement,
  panel: HTMLElement,
  { align = "start", isAsWide = false }: { align?: "start" | "end"; isAsWide?: boolean } = {},
): () => void {
  const place = () => {
    const box = anchor.getBoundingClientRect();
    panel.style.maxHeight = "";
    if (isAsWide) panel.style.width = `${box.width}px`;
    const screen = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const size = { width: panel.offsetWidth, height: panel.scrollHeight + 2 };
    const { left, top, maxHeight } = placeBeside(box, size, screen, align);
    Object.assign(panel.style, { left: `${left}px`, top: `${top}px`, maxHeight: `${maxHeight}px` });
  };
  place();
  const sized = new ResizeObserver(place);
  sized.observe(panel);
  window.addEventListener("scroll", place, { capture: true, passive: true });
  window.addEventListener("resize", place);
  return () => {
    sized.disconnect();
    window.removeEventListener("scroll", place, { capture: true });
    window.removeEventListener("resize", place);
  };
}
