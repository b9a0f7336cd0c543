import {
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useRef,
} from "react";
import { type Laid, pushed, type Spot, type View, zoomAt } from "./canvas-view";

type Gestures = {
  frame: RefObject<HTMLDivElement | null>;
  zoom: number;
  /** Changes the view by what it was when the change is applied. */
  change: (next: (laid: Laid) => View) => void;
  /** A finger swept a whole page aside. */
  onSweep: (step: 1 | -1) => void;
};

type Held = { at: Spot; from: Spot; isDragged: boolean };
const slack = 6;
const sweep = 48;

/** Wheel, drag and pinch over a frame. A press that moved is no tap: `isTap` says so when its click arrives. */
export function useGestures({ frame, zoom, change, onSweep }: Gestures) {
  const held = useRef(new Map<number, Held>());
  const wasDragged = useRef(false);

  const onWheel = useEffectEvent((event: WheelEvent) => {
    const isPinch = event.ctrlKey || event.metaKey;
    if (!isPinch && zoom === 1 && (event.deltaY > 0 || scrolls(frame.current))) return;
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY;
    const point = pointIn(frame.current, event);
    change((laid) => zoomAt(laid, point, Math.exp(-pixels * (isPinch ? 0.01 : 0.002))));
  });
  useEffect(() => {
    const element = frame.current;
    const listen = (event: WheelEvent) => onWheel(event);
    element?.addEventListener("wheel", listen, { passive: false });
    return () => element?.removeEventListener("wheel", listen);
  }, [frame]);

  const onPointerDown = (event: ReactPointerEvent) => {
    if (event.button !== 0 || (event.target as Element).closest("[data-pin]")) return;
    if (held.current.size === 0) wasDragged.current = false;
    const at = pointIn(frame.current, event);
    held.current.set(event.pointerId, { at, from: at, isDragged: false });
    if (held.current.size > 1) wasDragged.current = true;
  };

  const onPointerMove = (event: ReactPointerEvent) => {
    const mine = held.current.get(event.pointerId);
    if (!mine) return;
    const at = pointIn(frame.current, event);
    if (!mine.isDragged && distance(at, mine.from) < slack && held.current.size === 1) return;
    if (!mine.isDragged) {
      mine.isDragged = true;
      wasDragged.current = true;
      frame.current?.setPointerCapture(event.pointerId);
    }
    const before = mine.at;
    mine.at = at;
    const other = [...held.current.values()].find((one) => one !== mine);
    if (!other) return change((laid) => pushed(laid, at.x - before.x, at.y - before.y));
    const middle = { x: (at.x + other.at.x) / 2, y: (at.y + other.at.y) / 2 };
    const factor = distance(at, other.at) / Math.max(1, distance(before, other.at));
    const right = (at.x - before.x) / 2;
    const down = (at.y - before.y) / 2;
    change((laid) => pushed({ ...laid, ...zoomedLaid(laid, middle, factor) }, right, down));
  };

  const onPointerUp = (event: ReactPointerEvent) => {
    const mine = held.current.get(event.pointerId);
    held.current.delete(event.pointerId);
    if (!mine || event.type === "pointercancel" || zoom !== 1 || event.pointerType === "mouse") return;
    const right = mine.at.x - mine.from.x;
    const isSweep = Math.abs(right) > sweep && Math.abs(right) > 2 * Math.abs(mine.at.y - mine.from.y);
    if (isSweep && held.current.size === 0) onSweep(right < 0 ? 1 : -1);
  };

  return {
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp },
    isTap: () => !wasDragged.current,
  };
}

function zoomedLaid(laid: Laid, point: Spot, factor: number): Laid {
  const view = zoomAt(laid, point, factor);
  const grown = view.zoom / laid.zoom;
  return { ...laid, ...view, width: laid.width * grown, height: laid.height * grown };
}

export function pointIn(frame: Element | null, at: { clientX: number; clientY: number }): Spot {
  const box = frame?.getBoundingClientRect();
  return { x: at.clientX - (box?.left ?? 0), y: at.clientY - (box?.top ?? 0) };
}

const distance = (one: Spot, other: Spot) => Math.hypot(one.x - other.x, one.y - other.y);

/** Whether a plain wheel over an element would scroll something it stands in. */
function scrolls(element: Element | null): boolean {
  for (let one = element?.parentElement; one; one = one.parentElement) {
    const isRoot = one === document.documentElement;
    const flows = isRoot || ["auto", "scroll"].includes(getComputedStyle(one).overflowY);
    if (flows && one.scrollHeight > one.clientHeight + 1) return true;
  }
  return false;
}
