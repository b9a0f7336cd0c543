/** One of the rows behind a number; what the number adds up, where it is a sum. */
export type MeasureRow = {
  key: string;
  day: string | null;
  jobNumber: number | null;
  /** The customer, the powder or the proof. */
  what: string;
  note: string;
  /** In the number's own unit; null where it counts for nothing. */
  amount: number | null;
};
/** `page` is the one shown: the last, when one past it was asked for. */
export type MeasurePage = { rows: MeasureRow[]; page: number; total: number; sum: number };

export const rowsOnPage = 50;
