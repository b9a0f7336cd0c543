import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { type CsvCell, csvResponse } from "./csv-response";

async function* handfuls(...batches: CsvCell[][][]) {
  yield* batches;
}

async function read(rows: CsvCell[][]): Promise<string[][]> {
  const response = csvResponse({ name: "Jobs", head: ["a"], batches: handfuls(rows) });
  return parse(await response.text(), { bom: true, relax_column_count: true }).slice(1);
}

test("SECURITY 28: a cell that a spreadsheet would run is neutralised, also after spaces", async () => {
  const evil = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "\u00a0=1",
    "  +1",
    "\u3000-1",
    "\ufeff@x",
    "＝1",
    '=HYPERLINK("https://evil.example","x")',
  ];
  const cells = await read([evil]);
  expect(cells[0]?.every((cell) => cell.startsWith("'"))).toBe(true);
  expect(cells[0]).toHaveLength(evil.length);
});

test("SECURITY 28: numbers stay numbers, also below zero", async () => {
  expect(await read([[-12.5, 0, 1_000_000, null, ""]])).toEqual([["-12.5", "0", "1000000", "", ""]]);
});

test("keeps quotes, commas, line breaks and other scripts as they are", async () => {
  const cells = ['12" pipe', "a, b", "two\nlines", "ミドリ坂金属工業", "a=b", "mid-word"];
  expect(await read([cells])).toEqual([cells]);
});

test("streams as it is read and stops reading when the browser goes away", async () => {
  let made = 0;
  let isStopped = false;
  async function* endless() {
    try {
      for (;;) yield [[(made += 1)]];
    } finally {
      isStopped = true;
    }
  }
  const { body } = csvResponse({ name: "Jobs", head: ["a"], batches: endless() });
  const reader = body?.getReader();
  await reader?.read();
  await reader?.read();
  expect(made).toBeLessThan(5);
  await reader?.cancel();
  expect(isStopped).toBe(true);
});

test("names the file for every browser", () => {
  const { headers } = csvResponse({ name: 'Jobs "März"', head: [], batches: handfuls() });
  expect(headers.get("content-disposition")).toBe(
    `attachment; filename="Jobs _M_rz_.csv"; filename*=UTF-8''Jobs%20%22M%C3%A4rz%22.csv`,
  );
});
