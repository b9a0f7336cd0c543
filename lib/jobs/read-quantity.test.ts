import { expect, test } from "vitest";
import { readQuantity } from "./read-quantity";

const read = (typed: string, otherwise = 1) => Object.values(readQuantity(typed, otherwise)).join("|");

test("a number before the part is how many there are", () => {
  expect(read("2 gates")).toBe("2|gates");
  expect(read(" 12 x  fence posts ")).toBe("12|fence posts");
  expect(read("4x wheels 17 in")).toBe("4|wheels 17 in");
  expect(read("150× M8 brackets")).toBe("150|M8 brackets");
});

test("a number that belongs to the part stays with it, and so does everything else", () => {
  for (const typed of [
    "2 in pipe",
    "10 mm plate",
    '3/4" rod',
    "2x4 bracket",
    "2 x 4 frame",
    "gate 2",
    "12ga box",
    "4",
    "0 gates",
  ]) {
    expect(read(typed), typed).toBe(`1|${typed}`);
  }
  expect(read("2 gates", 5)).toBe("5|2 gates");
});
