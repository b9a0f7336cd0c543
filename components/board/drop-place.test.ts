import { expect, test } from "vitest";
import { lineOfPlace, placeOfLine } from "./drop-place";

test("a card from another column lands where the line is", () => {
  expect(placeOfLine(2, -1)).toBe(2);
  expect(lineOfPlace(2, -1)).toBe(2);
});

test("a card taken down its own column lands at the line, not one below it", () => {
  expect(placeOfLine(2, 0)).toBe(1);
  expect(placeOfLine(3, 0)).toBe(2);
});

test("the lines above and below a card both leave it where it is", () => {
  expect([placeOfLine(1, 1), placeOfLine(2, 1)]).toEqual([1, 1]);
});

test("a place and its line tell of each other", () => {
  for (let at = -1; at < 5; at++) {
    for (let place = 0; place < 5; place++) expect(placeOfLine(lineOfPlace(place, at), at)).toBe(place);
  }
});
