export type DecimalMark = "." | ",";

const patterns: Record<DecimalMark, { number: RegExp; strip: RegExp }> = {
  ".": {
    number: /^(?:\d{1,3}(?:(?:,\d{3})+|(?:['’\s]\d{3})+)(?:\.\d*)?|\d+(?:\.\d*)?|\.\d+)$/,
    strip: /['’\s,]/g,
  },
  ",": {
    number: /^(?:\d{1,3}(?:(?:\.\d{3})+|(?:['’\s]\d{3})+)(?:,\d*)?|\d+(?:,\d*)?|,\d+)$/,
    strip: /['’\s.]/g,
  },
};

/** A number as typed, in digits with grouping and decimals by the mark given; null where it fits no such number. */
export function readNumber(typed: string, mark: DecimalMark): number | null {
  const text = typed.trim();
  const { number, strip } = patterns[mark];
  return number.test(text) ? Number(text.replace(strip, "").replace(",", ".")) : null;
}

/** Runs of digits with what may group or part them. */
const numberPattern = /(?:\d(?:[\d.,]|['’\u00a0\u202f ](?=\d{3}(?:\D|$)))*|[.,]\d+)/g;

/** What one typed number says of the column's decimal mark: one of them, either ("1,150"), or nothing ("24"). */
function decimalEvidence(typed: string): DecimalMark | "either" | null {
  const signs = typed.replace(/[^.,]/g, "");
  if (signs === "") return null;
  const last = signs.at(-1) as DecimalMark;
  const opposite: DecimalMark = last === "." ? "," : ".";
  const after = typed.length - typed.lastIndexOf(last) - 1;
  if (signs.includes(opposite)) {
    if (signs.indexOf(last) !== signs.length - 1) return null;
    return readNumber(typed, last) === null ? null : last;
  }
  if (signs.length > 1) return readNumber(typed, opposite) === null ? null : opposite;
  const before = typed.slice(0, typed.indexOf(last)).replace(/\D/g, "");
  if (after !== 3 || before.length > 3 || before === "" || before.startsWith("0"))
    return after === 0 ? null : last;
  return "either";
}

export type DecimalCounts = { point: number; comma: number; either: number };

/** Counts what a column's cells say of its decimal mark; in money, three digits after a mark are a thousand's. */
export function countDecimalEvidence(texts: Iterable<string>, isMoney = false): DecimalCounts {
  const counts = { point: 0, comma: 0, either: 0 };
  for (const text of texts) {
    for (const typed of text.match(numberPattern) ?? []) {
      const evidence = decimalEvidence(typed.replace(/[.,]+$/, ""));
      if (evidence === ".") counts.point++;
      else if (evidence === ",") counts.comma++;
      else if (evidence === "either" && !isMoney) counts.either++;
      else if (evidence === "either") typed.includes(",") ? counts.point++ : counts.comma++;
    }
  }
  return counts;
}

/** The mark that the counts settle, or null where they leave it open. A few odd cells do not overturn a column. */
export function settleDecimalMark(counts: DecimalCounts): DecimalMark | null {
  const { point, comma } = counts;
  if (point > 0 && comma * 10 <= point) return ".";
  if (comma > 0 && point * 10 <= comma) return ",";
  return null;
}
