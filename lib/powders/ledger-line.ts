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

/** Which lines of a powder's ledger are asked for: a page of all, or of one lot's or one kind's alone. */
export type LedgerAsked = { page?: number; lotId?: string; kind?: MovementKind };

export type LedgerPage = {
  lines: LedgerLine[];
  total: number;
  page: number;
  kind: MovementKind | null;
  /** The one lot whose lines these are. */
  lot: { id: string; label: string } | null;
};

export const ledgerLinesOnPage = 50;
