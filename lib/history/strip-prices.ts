type Fields = Record<string, unknown>;

const priceKey = /(^p|P)rice|(^c|C)ost|(^m|M)argin/;

/** What happened without any price, cost or margin in it: for readers who may not see them. */
export function stripPrices<T extends Fields | null | undefined>(fields: T): T {
  if (!fields) return fields;
  return strip(fields) as T;
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !priceKey.test(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, strip(inner)]));
}
