import { expect, test } from "vitest";
import { fieldName, fieldValue } from "./field-words";

const shop = {
  locale: "en-US",
  currency: "USD",
  units: "imperial",
  timeZone: "America/New_York",
} as const;

test("a field of an event is named in words", () => {
  expect(fieldName("stageEnteredAt")).toBe("stage entered at");
  expect(fieldName("priceCents")).toBe("price");
  expect(fieldName("onHandMg")).toBe("on hand");
  expect(fieldName("isPass")).toBe("pass");
  expect(fieldName("issuedOn")).toBe("issued on");
});

test("what a field held is written in the shop's money, units and zone", () => {
  expect(fieldValue("priceCents", 12_300, shop)).toBe("$123.00");
  expect(fieldValue("massMg", 453_592_370, shop)).toBe("1,000 lb");
  expect(fieldValue("dueOn", "2026-03-09", shop)).toBe("Mar 9, 2026");
  expect(fieldValue("bookedAt", "2026-03-09T03:30:00.000Z", shop)).toMatch(/Mar 8, 2026/);
  expect(fieldValue("isPass", true, shop)).toBe("yes");
});

test("what has no words is written as it is kept, and nothing is a dash", () => {
  expect(fieldValue("coats", ["Primer", "RAL 9016"], shop)).toBe("Primer, RAL 9016");
  expect(fieldValue("rank", "bbZ", shop)).toBe("bbZ");
  expect(fieldValue("rules", { afterDays: 3 }, shop)).toBe('{"afterDays":3}');
  expect(fieldValue("note", "", shop)).toBe("–");
  expect(fieldValue("files", [], shop)).toBe("–");
});
