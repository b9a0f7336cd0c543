/**
 * Whether something sent holds a text that PostgreSQL cannot keep: U+0000, or half of a surrogate pair. Walked by hand,
 * for what is sent may be nested deeper than a stack.
 */
export function holdsUnkeepable(sent: unknown): boolean {
  const left: unknown[] = [sent];
  while (left.length > 0) {
    const one = left.pop();
    if (typeof one === "string" && (one.includes("\0") || !one.isWellFormed())) return true;
    if (typeof one !== "object" || one === null) continue;
    for (const [name, inner] of Object.entries(one)) left.push(name, inner);
  }
  return false;
}
