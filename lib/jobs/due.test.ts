import { expect, test } from "vitest";
import { dueWords } from "./due";

const words = (dueOn: string) => dueWords(dueOn, "2026-11-28", "en-US");

test("a due date is said in as few words as leave no doubt", () => {
  expect(words("2026-11-25")).toBe("3 d late");
  expect(words("2026-11-28")).toBe("Today");
  expect(words("2026-11-29")).toBe("Tomorrow");
  expect(words("2026-12-04")).toBe("Fri");
  expect(words("2026-12-05")).toBe("Dec 5");
});

test("a year is named once the day alone could be another one's, not when December becomes January", () => {
  expect(words("2027-01-08")).toBe("Jan 8");
  expect(words("2027-05-29")).toBe("May 29");
  expect(words("2027-05-30")).toBe("May 30, 27");
  expect(words("2027-11-28")).toBe("Nov 28, 27");
});
