import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "../testing/rounds";
import { detectSeparator, parseCsv } from "./parse-csv";
import { doAtOnce } from "./steps";

const cutRows = (...text: Parameters<typeof parseCsv>) => doAtOnce(parseCsv(...text));

test("counts every line as a record, blank ones too", () => {
  expect(cutRows("a,b\n\n1,2\n,\n").rows).toEqual([["a", "b"], [""], ["1", "2"], ["", ""]]);
});

test("keeps line breaks, quotes and separators inside quotes", () => {
  expect(cutRows('a,b\r\n"x\r\ny, z","say ""hi"""\r\n').rows).toEqual([
    ["a", "b"],
    ["x\r\ny, z", 'say "hi"'],
  ]);
});

test("finds semicolons where commas are decimals", () => {
  expect(detectSeparator("Kunde;Preis;Fläche\nMüller;1.200,50;3,2\nMeier, Hans;80,00;1,5\n")).toBe(";");
  expect(detectSeparator("a\tb\tc\n1,5\t2,5\t3\n")).toBe("\t");
});

test("obeys the separator that Excel's first line names, and counts that line", () => {
  const parsed = cutRows("sep=;\na;b\n1,5;2\n");
  expect(parsed.separator).toBe(";");
  expect(parsed.rows).toHaveLength(3);
});

test("loses no record to a quote that never closes", () => {
  const text = 'no,what,who\n1,"5 in pipe,Ann\n2,gate,Bob\n3,"rail, long",Cid\n4,post,Dee\n';
  expect(cutRows(text).rows.map((row) => row[0])).toEqual(["no", "1", "2", "3", "4"]);
});

test("keeps inch marks inside a cell", () => {
  expect(cutRows('a,b\n4x 18" wheels,x\n"4" pipe",y\n').rows).toEqual([
    ["a", "b"],
    ['4x 18" wheels', "x"],
    ['4" pipe', "y"],
  ]);
});

test("reads lone carriage returns of old Macs", () => {
  expect(cutRows("a,b\r1,2\r").rows).toEqual([
    ["a", "b"],
    ["1", "2"],
  ]);
});

test("reads back whatever was written, in any separator", () => {
  const cell = fc.string({ unit: "grapheme", maxLength: 12 }).filter((text) => !text.includes("\0"));
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(table, fc.constantFrom(",", ";", "\t", "|"), (rows, separator) => {
      const tame = rows.map((row) => row.map((text) => text.replaceAll(/[,;\t|]/g, ".")));
      const text = tame
        .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(separator))
        .join("\n");
      expect(cutRows(`${text}\n`, separator as ",").rows).toEqual(tame);
    }),
    propertyRuns,
  );
});
