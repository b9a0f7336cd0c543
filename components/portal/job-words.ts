/** "2 × gate, 400 × brackets and 3 more". */
export function partsInWords(parts: { description: string; quantity: number }[]): string {
  const told = parts
    .slice(0, 3)
    .map(({ description, quantity }) => (quantity === 1 ? description : `${quantity} × ${description}`));
  const more = parts.length - told.length;
  return told.join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/** Many write "PO" into the number itself. */
export const poInWords = (poNumber: string) => (/^p\.?\s?o\b/i.test(poNumber) ? poNumber : `PO ${poNumber}`);
