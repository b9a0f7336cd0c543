/** "2 gates" and "2x gates" are two gates; a number that belongs to the name ("2 in pipe", "10 mm plate") stays in it. */
export function readQuantity(typed: string, otherwise: number): { quantity: number; description: string } {
  const text = typed.trim().replace(/\s+/g, " ");
  const match = /^(\d{1,6})\s*(?:[x×*]\s+|[x×*](?=\D)|\s)(.+)$/iu.exec(text);
  const rest = match?.[2]?.trim() ?? "";
  const isMeasure =
    /^((in|inch(es)?|ft|feet|mm|cm|m|lbs?|kg|ga|gauge)(?![\p{L}\p{N}])|["'”′″%°/]|[x×*]\s*\d|\d)/iu.test(
      rest,
    );
  const quantity = Number(match?.[1] ?? 0);
  if (otherwise !== 1 || quantity < 1 || rest === "" || isMeasure)
    return { quantity: otherwise, description: text };
  return { quantity, description: rest };
}
