import type { Cell } from "./cell";

/** A column of the data rows. */
export type Column = {
  at: number;
  header: string;
  cells: (Cell | undefined)[];
  /** Amounts of money never have three decimals: in such a column 1,150 is a thousand. */
  isMoney?: true;
};

/** A column's heading for a sentence. */
export const quoted = (header: string) => (header === "" ? "a column without a heading" : `“${header}”`);
