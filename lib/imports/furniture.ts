import { type Cell, cellText, isBlankRow, type Row } from "./cell";
import { monthOf } from "./month-names";
import { wordKey } from "./word-key";

/** Rows that are no data: counted, shown, and never brought in. */
export type FurnitureKind =
  | "title"
  | "header"
  | "repeated header"
  | "blank"
  | "section"
  | "total"
  | "timestamp"
  | "units";

type Furnishing = {
  headerAt: number | null;
  header: Row;
  /** Columns that by themselves make a row of this kind worth reading, such as a customer's name. */
  aloneColumns: ReadonlySet<number>;
  /** The column of a job's or lot's number, where a lone cell of digits is data. */
  numberColumn: number | null;
};

/** What kind of furniture a record is, or null for data. */
export function furnitureOf(row: Row, at: number, furnishing: Furnishing): FurnitureKind | null {
  const { headerAt } = furnishing;
  if (isBlankRow(row)) return "blank";
  if (headerAt !== null && at < headerAt) return "title";
  if (at === headerAt) return "header";
  if (at === 0 && /^sep=.$/.test(cellText(row[0]))) return "title";
  if (repeatsHeader(row, furnishing.header)) return "repeated header";
  const filled = row.flatMap((cell, column) =>
    cellText(cell) === "" ? [] : [{ text: cellText(cell), column, cell }],
  );
  if (isTotal(filled)) return "total";
  if (headerAt !== null && at === headerAt + 1 && filled.every(({ text }) => isUnit(text))) return "units";
  const only = filled.length === 1 ? filled[0] : undefined;
  if (!only) return null;
  if (isTimestamp(only.text)) return "timestamp";
  return isSection(only, furnishing) ? "section" : null;
}

function repeatsHeader(row: Row, header: Row): boolean {
  let headings = 0;
  let alike = 0;
  let filled = 0;
  for (let column = 0; column < Math.max(row.length, header.length); column++) {
    const [own, other] = [cellText(row[column]), cellText(header[column])];
    if (own !== "") filled++;
    if (other === "") continue;
    headings++;
    if (own.length === other.length && own.toLowerCase() === other.toLowerCase()) alike++;
  }
  return alike >= 2 && alike >= Math.max(headings, filled) * 0.7;
}

const totalWord =
  /^(?:grand |sub-?|running |report )?(?:totals?|sum|sums|count|average)\b|^(?:gesamt(?:summe|betrag|bestand)?|summen?|zwischensumme|anzahl|mittelwert|total g[eé]n[eé]ral|sous-total|somme|suma|suma total|totale|totali|somma|subtotale|totaal|subtotaal|som)\b/i;

/** A word for a total, and beside it nothing but numbers. */
function isTotal(filled: { text: string; cell: Cell }[]): boolean {
  const worded = filled.filter(({ text }) =>
    /\p{L}{3}/u.test(text.replace(/\b(?:lbs?|kgs?|eur|usd|pcs|box(?:es)?|rows?|jobs?)\b/gi, "")),
  );
  const only = worded.length === 1 ? worded[0] : undefined;
  if (!only || !totalWord.test(only.text)) return false;
  const after = only.text
    .replace(totalWord, "")
    .replace(/[\s:=()\d.,$€£#'-]|\b(?:lbs?|kg|eur|of|for|rows|jobs|items)\b/gi, "");
  return (
    after === "" ||
    (filled.length > 1 &&
      after.length < 25 &&
      filled.length <= 4 &&
      filled.some(({ text }) => /\d/.test(text)))
  );
}

const isUnit = (text: string): boolean =>
  /^[([]?\s*(?:[$€£%#]|lbs?|kgs?|g|oz|ft2|ft²|m2|m²|sq\.? ?ft\.?|sqm|qm|eur|usd|gbp|chf|mm|cm|in|mil|µm|dd[./-]mm[./-]y+|mm[./-]dd[./-]y+|tt\.mm\.jj+|pcs|stk|\/lb|\/kg|[$€£]\/(?:lb|kg)|text|date|number)\s*[)\]]?$/i.test(
    text,
  );

const reportWord =
  /^(?:printed|generated|exported|created|report|run|as of|as at|page|accrual|cash basis|stand|gedruckt|druckdatum|erstellt|exportiert|ausgedruckt|seite|imprim[eé]|[eé]dit[eé]|export[eé]|g[eé]n[eé]r[eé]|impreso|generado|exportado|p[aá]gina|stampato|generato|esportato|pagina|afgedrukt|gegenereerd|ge[eë]xporteerd)\b/i;

/** When and by whom a report was made, or which page it is. */
function isTimestamp(text: string): boolean {
  if (reportWord.test(text)) return /\d|basis/i.test(text);
  if (!/\b\d{1,2}[:.h]\d{2}\b/.test(text)) return false;
  return (
    /\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(text) ||
    (/\b(?:19|20)\d{2}\b/.test(text) && text.split(/[\s,]+/).some((word) => monthOf(word) !== null))
  );
}

function isSection({ text, column }: { text: string; column: number }, furnishing: Furnishing): boolean {
  if (/^[-=*#_~+>•.\s]{2,}|[-=*#_~<\s]{2,}$|^\[.*\]$|:$/.test(text) && !/^#+\s*\d+$/.test(text)) return true;
  if (isPeriod(text) && !(column === furnishing.numberColumn && /^\d+$/.test(text))) return true;
  if (furnishing.aloneColumns.has(column)) return false;
  if (column === furnishing.numberColumn) return !/\d/.test(text);
  return column === 0;
}

/** A month, quarter, year, week or day that heads the rows below it. */
function isPeriod(text: string): boolean {
  const key = wordKey(text);
  if (
    /^(?:(?:q|qtr|quarter|quartal|t|trimestre)\s?[1-4]|[1-4]\.?\s?(?:q|quartal|quarter|trimestre))(?:[\s/-]+(?:19|20)?\d{2})?$/.test(
      key,
    )
  )
    return true;
  if (
    /^(?:year|jahr|annee|ano|anno|jaar|fy)?\s?(?:19|20)\d{2}$/.test(key) ||
    /^(?:week|wk|kw|semaine|semana|settimana)\s?\d{1,2}/.test(key)
  )
    return true;
  const words = key.split(/[\s,./-]+/);
  return (
    words.length <= 3 &&
    words.some((word) => word.length > 2 && monthOf(word) !== null) &&
    words.every((word) => monthOf(word) !== null || /^(?:19|20)?\d{2}$/.test(word))
  );
}
