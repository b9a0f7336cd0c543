import type { Substrate } from "../vocabulary";

/** What, least and most ft² each, least and most pieces, substrate, price a ft², what is masked. */
export type PartKind = readonly [string, number, number, number, number, Substrate, number, string?];

export type TradeWords = {
  /** What its firms are called after their own name. */
  firms: readonly string[];
  kind: string;
  parts: readonly PartKind[];
  /** Powders it asks for, the usual ones first. */
  palette: readonly string[];
  /** Finishes of more than one coat it asks for, by powder. */
  layered?: readonly (readonly string[])[];
};
