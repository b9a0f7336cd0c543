/** How many pieces: the quantity cell where it is a whole number, else what the description says outright ("qty 14", "10 ea", "4x"). */
export function readQuantity(cell: string, description: string): number {
  const own =
    /^(\d{1,6})(?:[.,]0+)?\s*(?:x|ea|pcs?|pieces?|stk|stück|st|pz|uds?|pi[eè]ces?|stuks)?\.?$/i.exec(
      cell.trim(),
    );
  const found =
    own ??
    /\b(?:qty|quantity|menge|anzahl|qt[eé]|cant|aantal)\.?[:\s]*(\d{1,5})\b/i.exec(description) ??
    /(?:^|\s)(\d{1,5})\s*(?:ea|each|pcs?|pieces|stk|stück|uds|pz|stuks)\b/i.exec(description) ??
    /^(\d{1,5})\s*x\s/i.exec(description) ??
    /\sx\s?(\d{1,5})$/i.exec(description);
  const count = Number(found?.[1] ?? 1);
  return count >= 1 && count <= 100_000 ? count : 1;
}
