/** What is said of it. */
export const unkeepable = "A text holds a character that cannot be kept. Type it again.";

/**
 * Whether something sent holds a text that PostgreSQL cannot keep: U+0000, or half of a surrogate pair. Walked by hand,
 * and each thing once, for what is sent may be nested deeper than a stack or hold itself.
 */
export function holdsUnkeepable(sent: unknown): boolean {
  const left: unknown[] = [sent];
  const seen = new Set<object>();
  while (left.length > 0) {
    const one = left.pop();
    if (typeof one === "string" && (one.includes("\0") || !one.isWellFormed())) return true;
    if (typeof one !== "object" || one === null || seen.has(one)) continue;
    seen.add(one);
    for (const [name, inner] of Object.entries(one)) left.push(name, inner);
  }
  return false;
}
