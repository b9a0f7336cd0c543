import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "../testing/rounds";
import { countOrderEvidence, type DateOrder, readDate, settleOrder } from "./read-date";

const read = (text: string, order: DateOrder | null = "mdy", month: "first" | "last" = "first") => {
  const reading = readDate(text, { order, month });
  return "iso" in reading ? `${reading.kind} ${reading.iso}` : reading.kind;
};

test("reads back any day in any order, with two digits of the year or four", () => {
  const days = fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.constantFrom("/", ".", "-"), fc.boolean(), (day, sign, isShort) => {
      const iso = day.toISOString().slice(0, 10);
      const [year = "", month = "", date = ""] = iso.split("-");
      const shown = isShort ? year.slice(2) : year;
      expect(read([Number(month), Number(date), shown].join(sign), "mdy")).toBe(`date ${iso}`);
      expect(read([date, month, shown].join(sign), "dmy")).toBe(`date ${iso}`);
      expect(read(iso, null)).toBe(`date ${iso}`);
    }),
    propertyRuns,
  );
});

test("never rolls an impossible day over to another", () => {
  for (const text of ["2/30/2026", "13/32/2026", "4/31/26", "2026-02-30", "31.02.2025"])
    expect(read(text), text).toBe("impossible");
});

test("asks about a day that fits only another order than its column's", () => {
  expect(read("25/11/2026", "mdy")).toBe("other-order 2026-11-25");
  expect(read("11/25/2026", "dmy")).toBe("other-order 2026-11-25");
});

test("guesses no order where none is settled", () => {
  expect(readDate("3/4/2025", { order: null, month: "first" })).toEqual({
    kind: "ambiguous",
    isos: ["2025-03-04", "2025-04-03"],
  });
  expect(read("3/25/2025", null)).toBe("date 2025-03-25");
  expect(read("5/5/2025", null)).toBe("date 2025-05-05");
});

test("reads months by name in several languages, days of the week and times beside", () => {
  expect(read("Jan 6, 2025")).toBe("date 2025-01-06");
  expect(read("6. März 2025")).toBe("date 2025-03-06");
  expect(read("mar 17, 2025")).toBe("date 2025-03-17");
  expect(read("mar. 18 mars 2025")).toBe("date 2025-03-18");
  expect(read("3 de abril de 2025")).toBe("date 2025-04-03");
  expect(read("06-Jan-25")).toBe("date 2025-01-06");
  expect(read("Friday, October 30, 2026 04:04 PM GMT-04:00")).toBe("date 2026-10-30");
  expect(read("10/30/2026 4:04 PM")).toBe("date 2026-10-30");
  expect(read("2025-01-06T10:00:00Z")).toBe("date 2025-01-06");
});

test("takes a month alone for its first day, and of an expiry for its last", () => {
  expect([read("Jun 2025"), read("06/2025"), read("2025-06")]).toEqual([
    "date 2025-06-01",
    "date 2025-06-01",
    "date 2025-06-01",
  ]);
  expect([read("Feb 2028", "mdy", "last"), read("02/2028", "mdy", "last")]).toEqual([
    "date 2028-02-29",
    "date 2028-02-29",
  ]);
});

test("reads a spreadsheet's day numbers and nothing else of bare digits", () => {
  expect(read("45630")).toBe("date 2024-12-04");
  expect(read("20241130")).toBe("date 2024-11-30");
  expect([read("123"), read("999999")]).toEqual(["words", "words"]);
});

test("leaves words and days without a year to a person", () => {
  expect([read("ASAP"), read("next fri"), read("KW 5"), read("11/18"), read("")]).toEqual([
    "words",
    "words",
    "words",
    "no-year --11-18",
    "blank",
  ]);
});

test("settles the order of a column only by dates that allow no other", () => {
  const settle = (texts: string[]) => settleOrder(countOrderEvidence(texts));
  expect(settle(["1/2/2025", "3/25/2025", "4/5/2025"])).toBe("mdy");
  expect(settle(["01.02.2025", "25.03.2025"])).toBe("dmy");
  expect(settle(["1/2/2025", "3/4/2025", "5/5/2025"])).toBeNull();
  expect(settle(["3/25/2025", "25/3/2025"])).toBeNull();
});
