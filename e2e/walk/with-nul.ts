/** The same input with a U+0000, which PostgreSQL cannot keep, in each of its texts. */
export function withNul(input: unknown): unknown {
  if (typeof input === "string") return `${input}\0`;
  if (Array.isArray(input)) return input.map(withNul);
  if (typeof input !== "object" || input === null) return input;
  return Object.fromEntries(Object.entries(input).map(([name, inner]) => [name, withNul(inner)]));
}
