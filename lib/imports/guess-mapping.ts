import { type ImportKind, importKinds } from "@/db/vocabulary";
import { type Cell, cellText, isBlankRow, type Row, type Sheet } from "./cell";
import { type ColourBook, openColourBook } from "./colour-book";
import { fieldsNeeded, fieldsOf, fieldsOfMany } from "./fields";
import { findHeader } from "./find-header";
import { headerKey, headerScores } from "./match-header";
import { type ColumnProfile, profileColumn } from "./profile-column";
import { readColour } from "./read-colour";
import { contentScorers, tellingFields } from "./score-content";
import { mapInSteps, type Steps } from "./steps";

/** Which column fills which field; what a person corrects and the shop remembers. */
export type Mapping = {
  kind: ImportKind;
  sheet: number;
  /** The heading record counted from 0; null where there is none. */
  headerAt: number | null;
  /** By column: its field, or null to leave it with the row as it came. */
  fields: (string | null)[];
};

type ColumnGuess = {
  column: number;
  header: string;
  field: string | null;
  confidence: number;
  isHidden: boolean;
  samples: string[];
};

export type Guess = { mapping: Mapping; columns: ColumnGuess[]; score: number };

/** Less is asked of a file without headings, where a guess is all there is. */
const enoughToTake = (headerAt: number | null) => (headerAt === null ? 0.5 : 0.9);

/** What a person has settled already, which is not guessed. */
export type Settled = { sheet?: number; headerAt?: number | null };

/** Guesses what a file is, which sheet matters and what its columns hold, from headings and from what the cells look like. */
export function* guessMapping(
  sheets: readonly Sheet[],
  wanted?: ImportKind,
  book: ColourBook = openColourBook([]),
  settled: Settled = {},
): Steps<Guess> {
  let best: (Guess & { weight: number }) | null = null;
  for (const [at, sheet] of sheets.entries()) {
    if (settled.sheet !== undefined && settled.sheet !== at) continue;
    const profiled = yield* profileSheet(sheet, book, settled.headerAt);
    for (const kind of wanted ? [wanted] : importKinds) {
      yield;
      const guess = guessSheet(sheet, at, kind, profiled);
      const weight = guess.score * Math.log2(profiled.filledRows + 2) * (sheet.isHidden ? 0.5 : 1);
      if (best === null || weight > best.weight) best = { ...guess, weight };
    }
  }
  return (
    best ?? {
      mapping: { kind: wanted ?? "customers", sheet: 0, headerAt: null, fields: [] },
      columns: [],
      score: 0,
    }
  );
}

type Profiled = {
  headerAt: number | null;
  headers: string[];
  profiles: ColumnProfile[];
  samples: string[][];
  /** Records of the whole sheet that are not blank. */
  filledRows: number;
};

function* profileSheet(sheet: Sheet, book: ColourBook, settledAt?: number | null): Steps<Profiled> {
  const headerAt = settledAt === undefined ? findHeader(sheet.rows) : settledAt;
  const isFilled = yield* mapInSteps(sheet.rows, (row) => !isBlankRow(row));
  const data = sheet.rows.filter((_, at) => isFilled[at] && (headerAt === null || at > headerAt));
  const width = sheet.rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const header: Row = headerAt === null ? [] : (sheet.rows[headerAt] ?? []);
  const looksLikeColour = (text: string) =>
    !/^\d{1,3}$|^\d{5,}$/.test(text) && readColour(text, book).kind === "coats";
  const profiled: Profiled = {
    headerAt,
    headers: [],
    profiles: [],
    samples: [],
    filledRows: isFilled.filter(Boolean).length,
  };
  for (let column = 0; column < width; column++) {
    const cells = data.map((row) => row[column]);
    profiled.headers.push(cellText(header[column]));
    profiled.profiles.push(yield* profileColumn(cells, looksLikeColour));
    profiled.samples.push(samplesOf(cells));
  }
  return profiled;
}

const mostSamples = 5;

function samplesOf(cells: readonly (Cell | undefined)[]): string[] {
  const samples = new Set<string>();
  for (const cell of cells) {
    const text = cellText(cell);
    if (text !== "") samples.add(text);
    if (samples.size === mostSamples) break;
  }
  return [...samples];
}

function guessSheet(sheet: Sheet, at: number, kind: ImportKind, profiled: Profiled): Guess {
  const { headerAt, headers, profiles, samples } = profiled;
  const pairs = headers.flatMap((header, column) =>
    pairsOf(kind, header, column, profiles[column], sheet.hiddenColumns.includes(column)),
  );
  pairs.sort((a, b) => b.score - a.score);
  const fields: (string | null)[] = headers.map(() => null);
  const confidence = headers.map(() => 0);
  const taken = new Set<string>();
  let score = 0;
  for (const pair of pairs) {
    if (
      pair.score < enoughToTake(headerAt) ||
      fields[pair.column] !== null ||
      (taken.has(pair.field) && !(fieldsOfMany.has(pair.field) && pair.header >= 0.7))
    )
      continue;
    fields[pair.column] = pair.field;
    confidence[pair.column] = Math.min(1, pair.score / 3);
    taken.add(pair.field);
    score += pair.score;
  }
  if (kind === "jobs") orderDates(fields, sheet, headerAt, headers);
  const missing = fieldsNeeded[kind].filter((group) => !group.some((field) => taken.has(field))).length;
  const filled = profiles.filter((profile) => profile.filled > 0).length;
  return {
    mapping: { kind, sheet: at, headerAt, fields },
    columns: headers.map((header, column) => ({
      column,
      header,
      field: fields[column] ?? null,
      confidence: confidence[column] ?? 0,
      isHidden: sheet.hiddenColumns.includes(column),
      samples: samples[column] ?? [],
    })),
    score: filled === 0 ? 0 : (score / (filled + 3)) * 0.5 ** missing,
  };
}

type Pair = { column: number; field: string; score: number; header: number };

function pairsOf(
  kind: ImportKind,
  header: string,
  column: number,
  profile: ColumnProfile | undefined,
  isHidden: boolean,
): Pair[] {
  if (!profile || isHidden) return [];
  const named = headerScores(kind, header);
  const hasHeading = headerKey(header) !== "";
  return fieldsOf[kind].flatMap((field) => {
    const byHeader = named.get(field) ?? 0;
    const content = profile.filled === 0 ? 0.5 : (contentScorers[kind][field]?.(profile) ?? 0.4);
    // A heading that says something else speaks against a guess from the cells alone.
    const alone = hasHeading ? (named.size > 0 ? 0.3 : 1) : 0.9;
    const contradicts = tellingFields.has(field) && profile.filled >= 3 && content < 0.2;
    const score = byHeader > 0 ? byHeader * 2 * (contradicts ? 0.3 : 1) + content : content * alone * 1.15;
    return score <= 0 ? [] : [{ column, field, score, header: byHeader }];
  });
}

/** Of two date columns whose headings say too little, the earlier one is the day of receipt. */
function orderDates(
  fields: (string | null)[],
  sheet: Sheet,
  headerAt: number | null,
  headers: string[],
): void {
  const [received, due] = [fields.indexOf("received"), fields.indexOf("due")];
  if (received < 0 || due < 0) return;
  const says = (column: number, field: string) =>
    (headerScores("jobs", headers[column] ?? "").get(field) ?? 0) >= 0.5;
  if (says(received, "received") || says(due, "due")) return;
  let later = 0;
  for (const row of sheet.rows.slice((headerAt ?? -1) + 1)) {
    const [a, b] = [sortable(row[received]), sortable(row[due])];
    if (a !== null && b !== null) later += Math.sign(b - a);
  }
  if (later < 0) [fields[received], fields[due]] = ["due", "received"];
}

/** A rough size of a date for comparing two of one sheet: the year counts most, in whatever place. */
function sortable(cell: Cell | undefined): number | null {
  if (cell === undefined) return null;
  const text = typeof cell === "string" ? cell : (cell.date ?? cell.text);
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  if (numbers.length < 3) return numbers.length === 1 ? (numbers[0] ?? null) : null;
  const [a = 0, b = 0, c = 0] = numbers;
  return a > 31 ? a * 400 + b * 31 + c : c * 400 + Math.min(a, 12) * 31 + b;
}

/** What a remembered mapping is found by: the headings, whatever their order. */
export function headingsSignature(kind: ImportKind, headers: readonly string[]): string {
  return `${kind}:${headers
    .map(headerKey)
    .filter((key) => key !== "")
    .toSorted()
    .join("|")}`;
}

/** Lays a remembered choice of fields over a guess, heading by heading; equal headings keep their order. */
export function applyRemembered(
  guess: Guess,
  remembered: readonly { heading: string; field: string | null }[],
): Guess {
  const left = [...remembered];
  const fields = guess.columns.map(({ header, field }) => {
    const at = left.findIndex((one) => one.heading === headerKey(header) && one.heading !== "");
    if (at < 0) return field;
    return left.splice(at, 1)[0]?.field ?? null;
  });
  return {
    ...guess,
    mapping: { ...guess.mapping, fields },
    columns: guess.columns.map((column, i) => ({
      ...column,
      field: fields[i] ?? null,
      confidence: fields[i] ? 1 : column.confidence,
    })),
  };
}

/** The choice of fields as a shop remembers it. */
export const rememberMapping = (
  columns: readonly ColumnGuess[],
  mapping: Mapping,
): { heading: string; field: string | null }[] =>
  columns
    .filter(({ header }) => headerKey(header) !== "")
    .map(({ column, header }) => ({ heading: headerKey(header), field: mapping.fields[column] ?? null }));
