import { expect, test } from "vitest";
import { placeBeside } from "./anchor";

const screen = { width: 400, height: 600 };
const anchor = (top: number, left: number) => ({ top, bottom: top + 32, left, right: left + 100 });

test("a panel opens below what opened it", () => {
  expect(placeBeside(anchor(100, 20), { width: 200, height: 150 }, screen)).toEqual({
    left: 20,
    top: 136,
    maxHeight: 456,
  });
});

test("a panel opens above when there is no room below", () => {
  expect(placeBeside(anchor(500, 20), { width: 200, height: 150 }, screen).top).toBe(346);
});

test("a panel never leaves the screen at its side", () => {
  expect(placeBeside(anchor(100, 290), { width: 200, height: 50 }, screen).left).toBe(192);
  expect(placeBeside(anchor(100, 0), { width: 200, height: 50 }, screen, "end").left).toBe(8);
});

test("a panel taller than the room is cut to the side with more of it", () => {
  const { top, maxHeight } = placeBeside(anchor(400, 20), { width: 200, height: 900 }, screen);
  expect(maxHeight).toBe(388);
  expect(top).toBe(8);
});
