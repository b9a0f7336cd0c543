import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layPage, mostZoom, pointOf, pushed, spotAt, wholePage, zoomAt } from "./canvas-view";

const length = fc.integer({ min: 40, max: 4000 });
const size = fc.record({ width: length, height: length });
const part = fc.double({ min: 0, max: 1, noNaN: true });
const view = fc.record({ zoom: fc.double({ min: 1, max: mostZoom, noNaN: true }), x: part, y: part });

describe("a page in its frame", () => {
  test("is whole and in the middle at first", () => {
    const laid = layPage({ width: 1000, height: 500 }, { width: 516, height: 516 }, wholePage);
    expect(laid).toMatchObject({ left: 8, width: 500, top: 133, height: 250 });
  });

  test("is never pushed out of sight, however far it is pushed", () => {
    const push = fc.integer({ min: -20_000, max: 20_000 });
    fc.assert(
      fc.property(size, size, view, push, push, (page, frame, seen, right, down) => {
        const laid = layPage(page, frame, pushed(layPage(page, frame, seen), right, down));
        expect(laid.left).toBeLessThanOrEqual(frame.width / 2 + 0.01);
        expect(laid.left + laid.width).toBeGreaterThanOrEqual(frame.width / 2 - 0.01);
        if (laid.width > frame.width) {
          expect(laid.left).toBeLessThanOrEqual(0.01);
          expect(laid.left + laid.width).toBeGreaterThanOrEqual(frame.width - 0.01);
        }
      }),
    );
  });

  test("keeps what lies under the finger there while one comes nearer", () => {
    fc.assert(
      fc.property(size, view, part, part, (page, seen, x, y) => {
        const frame = { width: 300, height: 300 };
        const laid = layPage(page, frame, { ...seen, zoom: 4 });
        if (laid.width < frame.width || laid.height < frame.height) return;
        const point = { x: x * 300, y: y * 300 };
        const nearer = layPage(page, frame, zoomAt(laid, point, 1.7));
        const under = spotAt(laid, point);
        if (!under) return;
        expect(pointOf(nearer, under).x).toBeCloseTo(point.x, 0);
        expect(pointOf(nearer, under).y).toBeCloseTo(point.y, 0);
      }),
    );
  });

  test("has no spot beside it", () => {
    const laid = layPage({ width: 100, height: 1000 }, { width: 500, height: 500 }, wholePage);
    expect(spotAt(laid, { x: 2, y: 250 })).toBeNull();
    expect(spotAt(laid, { x: 250, y: 250 })).toEqual({ x: 5000, y: 5000 });
  });
});
