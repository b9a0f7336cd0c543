export type Size = { width: number; height: number };
/** A spot on a page, in ten-thousandths of its width and height. */
export type Spot = { x: number; y: number };
/** How near one looks, 1 being the whole page, and the part of the page (0 to 1) that stands in the middle. */
export type View = { zoom: number; x: number; y: number };
/** Where a page lies in its frame, in pixels, for a view that keeps it in sight. */
export type Laid = View & { left: number; top: number; width: number; height: number; frame: Size };

export const wholePage: View = { zoom: 1, x: 0.5, y: 0.5 };
export const mostZoom = 10;
const margin = 8;
/** A small picture is not blown up until it blurs. */
const mostEnlarged = 2;

/** Lays a page in a frame: never smaller than whole, never pushed out of sight. */
export function layPage(page: Size, frame: Size, view: View): Laid {
  const fit = Math.min(
    Math.max(1, frame.width - 2 * margin) / page.width,
    Math.max(1, frame.height - 2 * margin) / page.height,
    mostEnlarged,
  );
  const zoom = Math.min(mostZoom, Math.max(1, view.zoom));
  const width = page.width * fit * zoom;
  const height = page.height * fit * zoom;
  const x = keepIn(view.x, width, frame.width);
  const y = keepIn(view.y, height, frame.height);
  const left = frame.width / 2 - x * width;
  const top = frame.height / 2 - y * height;
  return { zoom, x, y, left, top, width, height, frame };
}

function keepIn(middle: number, length: number, room: number): number {
  if (length <= room) return 0.5;
  const least = room / 2 / length;
  return Math.min(1 - least, Math.max(least, middle));
}

/** The view after coming nearer by a factor, with what lies under a point of the frame staying under it. */
export function zoomAt(laid: Laid, point: Spot, factor: number): View {
  const zoom = Math.min(mostZoom, Math.max(1, laid.zoom * factor));
  const grown = zoom / laid.zoom;
  const width = laid.width * grown;
  const height = laid.height * grown;
  const left = point.x - (point.x - laid.left) * grown;
  const top = point.y - (point.y - laid.top) * grown;
  return { zoom, x: (laid.frame.width / 2 - left) / width, y: (laid.frame.height / 2 - top) / height };
}

/** The view after the page was pushed by so many pixels. */
export const pushed = (laid: Laid, right: number, down: number): View => ({
  zoom: laid.zoom,
  x: laid.x - right / laid.width,
  y: laid.y - down / laid.height,
});

/** The spot of the page under a point of the frame; null beside the page. */
export function spotAt(laid: Laid, point: Spot): Spot | null {
  const x = Math.round(((point.x - laid.left) / laid.width) * 10_000);
  const y = Math.round(((point.y - laid.top) / laid.height) * 10_000);
  return x < 0 || y < 0 || x > 10_000 || y > 10_000 ? null : { x, y };
}

/** The point of the frame a spot lies under. */
export const pointOf = (laid: Laid, spot: Spot): Spot => ({
  x: laid.left + (spot.x / 10_000) * laid.width,
  y: laid.top + (spot.y / 10_000) * laid.height,
});
