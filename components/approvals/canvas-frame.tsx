"use client";
import clsx from "clsx";
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from "react";
import { Picture } from "../jobs/picture";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { type CanvasPin, Pin } from "./canvas-pin";
import {
  type Laid,
  layPage,
  pointOf,
  pushed,
  type Size,
  type Spot,
  spotAt,
  type View,
  wholePage,
  zoomAt,
} from "./canvas-view";
import type { CanvasLook } from "./use-canvas";
import { useFrame } from "./use-frame";
import { pointIn, useGestures } from "./use-gestures";

export type CanvasPage = Size & { url: string };
export type PlacedPin = Spot & { page: number };

export type CanvasProps = CanvasLook & {
  /** What is shown, in words: "Gate, version 2". */
  name: string;
  pages: readonly CanvasPage[];
  pins?: readonly CanvasPin[];
  chosenPin?: string | null;
  onChoosePin?: (id: string) => void;
  /** Given while a pin is to be set: a tap, or the arrows and Enter, says where. */
  onPlacePin?: (at: PlacedPin) => void;
  className?: string;
};

const doubleTapMs = 300;
const nearer = 2.5;

/** One page, as near as one likes: wheel, pinch, double tap, drag, or the keys + − 0 and arrows. Its parent gives it a height. */
export function CanvasFrame(props: CanvasProps) {
  const {
    name,
    pages,
    pins = [],
    chosenPin,
    onChoosePin,
    onPlacePin,
    page,
    onPage,
    view,
    onView,
    className,
  } = props;
  const { frame, size } = useFrame();
  const [failed, setFailed] = useState<string | null>(null);
  const [aim, setAim] = useState<Spot | null>(null);
  const surface = useRef<HTMLButtonElement>(null);
  const tapped = useRef<{ at: Spot; when: number } | null>(null);
  const shown = pages[page - 1];
  const laid = shown && size && layPage(shown, size, view);
  const change = (next: (laid: Laid) => View) => {
    if (shown && size) onView((now) => next(layPage(shown, size, now)));
  };
  const step = (by: 1 | -1) => {
    if (pages[page - 1 + by]) onPage(page + by);
  };
  const isPlacing = onPlacePin !== undefined;
  useEffect(() => {
    if (isPlacing) surface.current?.focus({ preventScroll: true });
  }, [isPlacing]);
  const zoom = laid?.zoom ?? 1;
  const { handlers, isTap } = useGestures({ frame, zoom, change, onSweep: step });

  const onClick = (event: MouseEvent) => {
    if (!laid) return;
    const isKey = event.detail === 0;
    if (!isKey && !isTap()) return;
    const point = isKey ? pointOf(laid, aim ?? { x: 5000, y: 5000 }) : pointIn(frame.current, event);
    if (onPlacePin) {
      const spot = isKey ? (aim ?? { x: 5000, y: 5000 }) : spotAt(laid, point);
      setAim(null);
      if (spot) onPlacePin({ page, ...spot });
      return;
    }
    const before = tapped.current;
    tapped.current = { at: point, when: event.timeStamp };
    const isDouble =
      before &&
      event.timeStamp - before.when < doubleTapMs &&
      Math.hypot(point.x - before.at.x, point.y - before.at.y) < 24;
    if (!isKey && !isDouble) return;
    tapped.current = null;
    change((now) => (now.zoom > 1 ? wholePage : zoomAt(now, point, nearer)));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!laid || event.ctrlKey || event.metaKey || event.altKey) return;
    const middle = { x: laid.frame.width / 2, y: laid.frame.height / 2 };
    const arrow = arrows[event.key];
    if (event.key === "+" || event.key === "=") change((now) => zoomAt(now, middle, 1.5));
    else if (event.key === "-") change((now) => zoomAt(now, middle, 1 / 1.5));
    else if (event.key === "0") onView(wholePage);
    else if (event.key === "PageDown") step(1);
    else if (event.key === "PageUp") step(-1);
    else if (arrow && onPlacePin) moveAim(arrow, event.shiftKey ? 1000 : 200);
    else if (arrow && laid.zoom > 1) change((now) => pushed(now, -arrow.x * 60, -arrow.y * 60));
    else if (arrow?.x) step(arrow.x as 1 | -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const moveAim = (arrow: Spot, by: number) => {
    const now = aim ?? { x: Math.round((laid?.x ?? 0.5) * 10_000), y: Math.round((laid?.y ?? 0.5) * 10_000) };
    const next = { x: inPage(now.x + arrow.x * by), y: inPage(now.y + arrow.y * by) };
    setAim(next);
    onView((seen) => ({ ...seen, x: next.x / 10_000, y: next.y / 10_000 }));
  };

  return (
    <div
      ref={frame}
      {...handlers}
      className={clsx("relative isolate min-h-0 min-w-0 overflow-hidden bg-sunken select-none", className)}
      style={{ touchAction: zoom > 1 || onPlacePin ? "none" : "pan-y" }}
    >
      {shown && (
        <Picture
          key={`${shown.url} ${failed === shown.url}`}
          src={shown.url}
          alt={pages.length > 1 ? `${name}, page ${page} of ${pages.length}` : name}
          width={shown.width}
          height={shown.height}
          draggable={false}
          onError={() => setFailed(shown.url)}
          className={clsx(
            "absolute max-w-none bg-[#ffffff] outline-1 outline-line-strong/50",
            !laid && "invisible",
          )}
          style={
            laid
              ? {
                  left: 0,
                  top: 0,
                  width: laid.width,
                  height: laid.height,
                  transform: `translate(${laid.left}px, ${laid.top}px)`,
                }
              : undefined
          }
        />
      )}
      <button
        ref={surface}
        type="button"
        aria-label={onPlacePin ? "Set the pin here" : zoom > 1 ? "See the whole page" : "See it nearer"}
        aria-keyshortcuts="+ - 0"
        onClick={onClick}
        onKeyDown={onKeyDown}
        className={clsx(
          "absolute inset-0 -outline-offset-2",
          onPlacePin
            ? "cursor-crosshair"
            : zoom > 1
              ? "cursor-grab active:cursor-grabbing"
              : "cursor-zoom-in",
        )}
      />
      {laid &&
        pins.map(
          (pin) =>
            pin.page === page && (
              <Pin
                key={pin.id}
                pin={pin}
                at={pointOf(laid, pin)}
                isChosen={pin.id === chosenPin}
                onChoose={() => onChoosePin?.(pin.id)}
              />
            ),
        )}
      {laid && aim && onPlacePin && <Aim at={pointOf(laid, aim)} spot={aim} />}
      {!shown && (
        <p className="absolute inset-0 grid place-items-center p-4 text-center text-ink-muted">
          No page {page} here.
        </p>
      )}
      {failed === shown?.url && shown && (
        <div
          role="alert"
          className="absolute inset-0 grid place-content-center justify-items-center gap-3 bg-sunken p-4 text-center"
        >
          <p>This page did not come through.</p>
          <Button icon={<Icon name="rotate-ccw" size={16} />} onClick={() => setFailed(null)}>
            Try again
          </Button>
        </div>
      )}
    </div>
  );
}

const arrows: Record<string, Spot | undefined> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

const inPage = (value: number) => Math.min(10_000, Math.max(0, value));

/** Where the arrow keys point while a pin is to be set. */
function Aim({ at, spot }: { at: Spot; spot: Spot }) {
  return (
    <span
      role="status"
      style={{ left: at.x, top: at.y }}
      className="pointer-events-none absolute size-8 -translate-1/2 rounded-full border-2 border-accent bg-accent-wash/40 outline-2 outline-[#ffffff]"
    >
      <span className="sr-only">
        {Math.round(spot.x / 100)} % from the left, {Math.round(spot.y / 100)} % from the top. Enter sets the
        pin.
      </span>
    </span>
  );
}
