/** What a spreadsheet knows of a cell beyond its text. */
type TypedCell = {
  text: string;
  number?: number;
  /** ISO date, date and time, or a month alone (2028-03) where the cell shows no day. */
  date?: string;
  /** Words that the number format adds: kg, €, Karton. */
  unit?: string;
  formula?: string;
  isError?: true;
};

/** A cell of a file: bare text, or what a spreadsheet says of it. */
export type Cell = string | TypedCell;

/** A record of a file, cell by cell; record 1 is the first line, titles and blanks included. */
export type Row = Cell[];

export type Sheet = {
  name: string;
  isHidden: boolean;
  rows: Row[];
  /** Indexes of columns that the spreadsheet hides. */
  hiddenColumns: number[];
};

/** A cell as a person reads it, without blanks around it. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  return (typeof cell === "string" ? cell : cell.text).trim();
}

/** A cell word for word, for records and copies. */
export function cellVerbatim(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  return typeof cell === "string" ? cell : cell.text;
}

export const isBlankRow = (row: Row): boolean => row.every((cell) => cellText(cell) === "");
