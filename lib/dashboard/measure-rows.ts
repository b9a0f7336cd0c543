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
export type MeasurePage = { rows: MeasureRow[]; total: number; sum: number };

export const rowsOnPage = 50;
