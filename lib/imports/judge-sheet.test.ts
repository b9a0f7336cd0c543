import fc from "fast-check";
import { expect, test } from "vitest";
import { importKinds } from "@/db/vocabulary";
import { propertyRuns } from "../testing/rounds";
import { type Cell, cellText } from "./cell";
import { takeRecommended } from "./docket";
import { fieldsOf } from "./fields";
import { newShop } from "./fixtures/truth";
import { guessMapping } from "./guess-mapping";
import { judgeSheet } from "./judge-sheet";
import { doAtOnce } from "./steps";

const oddCells: Cell[] = [
  "",
  " ",
  "-",
  "?",
  '"',
  "''",
  "ditto",
  "Acme",
  "Acme:Yard",
  "TOTAL",
  "--- Q1 ---",
  "__proto__",
  "constructor",
  "=1+1",
  "\t@SUM(A1)",
  "8550",
  "# 12",
  "9R",
  "1E+09",
  "2/30/2026",
  "3/4/25",
  "25.12.2024",
  "2024-12-25",
  "Jun 2028",
  "45630",
  "ASAP",
  "$1,150.00",
  "1.150,00 €",
  "(5)",
  "N/C",
  "TBD",
  "~300",
  "2x4",
  "½ box",
  "5 lb",
  "2,5 kg",
  "RAL 9005",
  "RAL 9005 white",
  "blk",
  "done",
  "cancelled",
  "x@example.org",
  "413-555-0142",
  "林小雨",
  "e\u0301",
  "🏍️",
  "a\nb",
  "x".repeat(5_000),
  { text: "3", number: 3 },
  { text: "#REF!", isError: true },
  { text: "2025-01-05", date: "2025-01-05" },
  { text: "1.5 Karton", number: 1.5, unit: "Karton" },
  { text: "-1e308", number: -1e308 },
];

const rows = fc.array(fc.array(fc.constantFrom(...oddCells), { maxLength: 7 }), { maxLength: 14 });

test("counts every record once and never throws, whatever the cells and whatever the mapping", () => {
  fc.assert(
    fc.property(rows, fc.constantFrom(...importKinds), fc.infiniteStream(fc.nat(40)), (cells, kind, dice) => {
      const roll = () => dice.next().value as number;
      const all = [null, ...fieldsOf[kind]];
      const fields = Array.from({ length: 7 }, () => all[roll() % all.length] ?? null);
      const headerAt = roll() % 2 === 0 || cells.length === 0 ? null : 0;
      const sheets = [{ name: "", isHidden: false, hiddenColumns: [], rows: cells }];
      const mapping = { kind, sheet: 0, headerAt, fields };
      const first = doAtOnce(judgeSheet(sheets, mapping, newShop, {}));
      const answered = doAtOnce(judgeSheet(sheets, mapping, newShop, takeRecommended(first.questions)));
      for (const judged of [first, answered]) {
        const { rowsInAll = 0, furniture = 0, ok = 0, decide = 0, refuse = 0 } = judged.counts;
        expect(judged.rows.map(({ row }) => row)).toEqual(cells.map((_, at) => at + 1));
        expect([rowsInAll, furniture + ok + decide + refuse]).toEqual([cells.length, cells.length]);
        for (const row of judged.rows) {
          expect(row.raw).toBe(cells[row.row - 1]);
          if (row.verdict === "decide") expect(row.questions.length).toBeGreaterThan(0);
          if (row.verdict === "furniture") expect(row.furniture).not.toBeNull();
        }
        const asked = new Set(judged.questions.map(({ id }) => id));
        for (const row of judged.rows) for (const id of row.questions) expect(asked).toContain(id);
      }
      expect(JSON.parse(JSON.stringify(first))).toEqual(first);
    }),
    propertyRuns,
  );
});

test("guesses something of any sheet and keeps one field to a column", () => {
  fc.assert(
    fc.property(rows, (cells) => {
      const guess = doAtOnce(guessMapping([{ name: "", isHidden: false, hiddenColumns: [], rows: cells }]));
      expect(guess.mapping.fields).toHaveLength(Math.max(0, ...cells.map((row) => row.length)));
      expect(guess.columns.every(({ samples }) => samples.every((text) => text === cellText(text)))).toBe(
        true,
      );
    }),
    propertyRuns,
  );
});
