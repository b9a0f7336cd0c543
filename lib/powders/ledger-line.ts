import type { MassUnit, MovementKind } from "@/db/vocabulary";

/** One line of the ledger; `costCents` is absent for who may not see prices. */
export type LedgerLine = {
  id: string;
  lotId: string;
  lot: string;
  kind: MovementKind;
  massMg: number;
  quantityTyped: number;
  unitTyped: MassUnit;
  jobNumber: number | null;
  reason: string;
  by: string | null;
  at: string;
  isReversal: boolean;
  /** Taken back by a later line. */
  isReversed: boolean;
  costCents?: number | null;
};

export type LedgerPage = { lines: LedgerLine[]; total: number; page: number };

export const ledgerLinesOnPage = 50;
