import type { AreaValue } from "./judge-area";
import type { CoatReading } from "./read-colour";
import type { Paid } from "./read-paid";
import type { CustomerChoice } from "./resolve-customer";

/** A job as an old sheet tells it. */
export type JobValues = {
  /** As the old papers print it; null takes the shop's next. */
  number: string | null;
  reworkOf: string | null;
  /** The row of whose job this is a further part. */
  partOfRow: number | null;
  receivedOn: string | null;
  dueOn: string | null;
  deliveredOn: string | null;
  customer: CustomerChoice | null;
  description: string;
  quantity: number;
  coats: CoatReading[];
  colourTyped: string;
  /** Of the whole job. */
  area: AreaValue | null;
  priceCents: number | null;
  stageId: string | null;
  statusTyped: string;
  paid: Paid;
  paidTyped: string;
  substrateTyped: string;
  po: string;
  /** Cells of note columns, and words that were no date, price or area. */
  notes: string[];
  extra: Record<string, string>;
};
