import { z } from "zod";
import { movementKinds } from "@/db/vocabulary";

const id = z.uuid();
const page = z.coerce.number().int().min(1).max(100_000).catch(1);

/** What of a powder's page is shown, as the address bar holds it: pages of its lots and of their ledger. */
export type PowderView = {
  id: string;
  isWithEmpty: boolean;
  lotsPage: number;
  ledger: { page: number; lotId?: string; kind?: (typeof movementKinds)[number] };
};

/** Reads a powder's address; null where it names no powder. */
export function powderViewFromParams(asked: string, params: URLSearchParams): PowderView | null {
  const known = id.safeParse(asked);
  if (!known.success) return null;
  return {
    id: known.data,
    isWithEmpty: params.get("lots") === "all",
    lotsPage: page.parse(params.get("shelf") ?? 1),
    ledger: {
      page: page.parse(params.get("ledger") ?? 1),
      lotId: id.safeParse(params.get("lot")).data,
      kind: movementKinds.find((one) => one === params.get("kind")),
    },
  };
}

/** Where the lines of the ledger that a view shows are to be had as a file. */
export function ledgerFileAddress({ id: of, ledger: { lotId, kind } }: PowderView): string {
  const params = new URLSearchParams({ ...(lotId && { lot: lotId }), ...(kind && { kind }) });
  return `/api/powders/${of}/ledger?${params}`;
}

/** The address of a powder with some of its view changed. */
export function powderAddress(view: PowderView, change: Partial<PowderView> = {}): string {
  const { id: of, isWithEmpty, lotsPage, ledger } = { ...view, ...change };
  const written = {
    lots: isWithEmpty ? "all" : "",
    shelf: lotsPage > 1 ? String(lotsPage) : "",
    lot: ledger.lotId ?? "",
    kind: ledger.kind ?? "",
    ledger: ledger.page > 1 ? String(ledger.page) : "",
  };
  const params = new URLSearchParams(Object.entries(written).filter(([, value]) => value !== ""));
  return params.size > 0 ? `/powders/${of}?${params}` : `/powders/${of}`;
}
