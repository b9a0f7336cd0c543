"use client";

import {
  type DragEndEvent,
  type DragStartEvent,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { useEffect, useRef } from "react";
import { type Scroller, slotHeight } from "./board-column";
import type { BoardStore } from "./board-store";
import { placeOfLine } from "./drop-place";
import type { Lift } from "./lift";

type Drop = (number: number, stageId: string, index: number, seenPlacement: number) => void;

/** How much of a list's width and height is the edge at which a drag scrolls it. */
const edge = { x: 0.12, y: 0.16 };

/** Dragging by mouse and by long press: where the pointer is decides the column, and its height the place in it. */
export function useDrag(store: BoardStore, lift: Lift, scrollers: Map<string, Scroller>, drop: Drop) {
  const pointer = useRef({ x: 0, y: 0 });
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
  );

  useEffect(() => {
    const follow = (event: MouseEvent | TouchEvent) => {
      const at = "touches" in event ? event.touches[0] : event;
      if (at) pointer.current = { x: at.clientX, y: at.clientY };
    };
    window.addEventListener("mousemove", follow, { passive: true });
    window.addEventListener("touchmove", follow, { passive: true });
    window.addEventListener("touchstart", follow, { passive: true });
    return () => {
      window.removeEventListener("mousemove", follow);
      window.removeEventListener("touchmove", follow);
      window.removeEventListener("touchstart", follow);
    };
  }, []);

  const aim = ({ over }: { over: { id: unknown } | null }) => {
    if (!over) return lift.aim(null);
    const overId = String(over.id);
    const isBar = overId.startsWith("bar:");
    const stageId = isBar ? overId.slice(4) : overId;
    const cards = store.column(stageId);
    const at = cards.findIndex((card) => card.number === lift.now?.number);
    const line = isBar ? cards.length : Math.min(cards.length, lineUnder(stageId, pointer.current.y));
    lift.aim({ stageId, index: placeOfLine(line, at) });
  };

  const lineUnder = (stageId: string, y: number): number => {
    const element = scrollers.get(stageId)?.element;
    if (!element) return 0;
    const inColumn = y - element.getBoundingClientRect().top + element.scrollTop;
    return Math.max(0, Math.round(inColumn / slotHeight));
  };

  // For a moment dnd-kit takes one list's edges for another's, so the edge is proved here before anything scrolls.
  const canScroll = (element: Element): boolean => {
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
    const { x, y } = pointer.current;
    const isAtSide = x < left + width * edge.x || x > right - width * edge.x;
    const isAtEnd = y < top + height * edge.y || y > bottom - height * edge.y;
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    return (isAtSide && scrollWidth > clientWidth) || (isAtEnd && scrollHeight > clientHeight);
  };

  return {
    sensors,
    collisionDetection: pointerWithin,
    autoScroll: { threshold: edge, canScroll },
    onDragStart({ active }: DragStartEvent) {
      const number = Number(active.id);
      const seenPlacement = store.known(number)?.placement ?? 1;
      lift.set({ number, seenPlacement, by: "pointer", target: null });
      navigator.vibrate?.(10);
    },
    // A move still tells of the column before it; the one that is reached is told of after, and last.
    onDragMove: aim,
    onDragOver: aim,
    onDragCancel: () => lift.set(null),
    onDragEnd(_: DragEndEvent) {
      const lifted = lift.now;
      lift.set(null);
      if (lifted?.target)
        drop(lifted.number, lifted.target.stageId, lifted.target.index, lifted.seenPlacement);
    },
  };
}
