import { expect, test } from "vitest";
import { Refusal } from "@/lib/errors";
import { sheetXml, writeWorkbook, zip } from "./fixtures/write-workbook";
import { parseXlsx } from "./parse-xlsx";
import { readImportFile } from "./read-file";

const formats = [
  "dd\\.mm\\.yyyy",
  '0.0#\\ "Karton"',
  '#,##0.00\\ "€"',
  "mmm\\-yy",
  "0000000",
  "0%",
  "[$-407]d\\. mmmm yyyy;@",
];

test("keeps dates, units of the number format, lost zeros and percents", async () => {
  const [sheet] = await parseXlsx(
    writeWorkbook(
      [
        {
          name: "a",
          xml: sheetXml([
            [[45597, 1], [1.5, 2], [12.5, 3], [45597, 4], [7666, 5], [0.5, 6], [45597, 7], 0.1 + 0.2],
          ]),
        },
      ],
      formats,
    ),
  );
  expect(sheet?.rows[0]).toEqual([
    { text: "2024-11-01", date: "2024-11-01" },
    { text: "1.5 Karton", number: 1.5, unit: "Karton" },
    { text: "12.5 €", number: 12.5, unit: "€" },
    { text: "2024-11", date: "2024-11" },
    { text: "0007666", number: 7666 },
    { text: "50%", number: 0.5 },
    { text: "2024-11-01", date: "2024-11-01" },
    { text: "0.3", number: 0.1 + 0.2 },
  ]);
});

test("takes a formula's cached result, and an error for what it is", async () => {
  const xml =
    '<worksheet><sheetData><row r="1"><c r="A1"><f>2*45</f><v>90</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1" t="str"><f>A1&amp;"x"</f><v>90x</v></c></row></sheetData></worksheet>';
  expect((await parseXlsx(writeWorkbook([{ name: "a", xml }])))[0]?.rows[0]).toEqual([
    { text: "90", number: 90, formula: "2*45" },
    { text: "#DIV/0!", isError: true, formula: "1/0" },
    { text: "90x", formula: 'A1&"x"' },
  ]);
});

test("counts rows and cells that the file leaves out, and hidden columns and sheets", async () => {
  const xml =
    '<x:worksheet><x:cols><x:col min="2" max="3" hidden="1"/></x:cols><x:sheetData><x:row r="3"><x:c r="C3" t="inlineStr"><x:is><x:r><x:t>a</x:t></x:r><x:r><x:t>&#233;&amp;</x:t></x:r></x:is></x:c></x:row></x:sheetData></x:worksheet>';
  const [sheet, other] = await parseXlsx(
    writeWorkbook([
      { name: "a & b", xml },
      { name: "c", xml: sheetXml([]), isHidden: true },
    ]),
  );
  expect(sheet).toEqual({
    name: "a & b",
    isHidden: false,
    hiddenColumns: [1, 2],
    rows: [[], [], ["", "", "aé&"]],
  });
  expect(other).toMatchObject({ isHidden: true, rows: [] });
});

test("reads days of the 1904 calendar", async () => {
  expect(
    (await parseXlsx(writeWorkbook([{ name: "a", xml: sheetXml([[[44135, 1]]]) }], formats, true)))[0]
      ?.rows[0],
  ).toEqual([{ text: "2024-11-01", date: "2024-11-01" }]);
});

test("SECURITY 31: refuses what is no workbook, is damaged, or unpacks beyond all bounds", async () => {
  const refuse = (bytes: Uint8Array) => expect(parseXlsx(bytes)).rejects.toThrow(Refusal);
  await refuse(new Uint8Array([0x50, 0x4b, 3, 4]));
  await refuse(zip([["word/document.xml", "<a/>"]]));
  await refuse(zip([["xl/workbook.xml", "<workbook/>"]], 900_000_000));
  await refuse(zip([["xl/workbook.xml", '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>']]));
  await expect(readImportFile(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).rejects.toThrow(Refusal);
  await expect(readImportFile(new Uint8Array(200).fill(1))).rejects.toThrow(Refusal);
});
