import "server-only";

const kept = [
  "code",
  "severity",
  "table_name",
  "column_name",
  "constraint_name",
  "routine",
  "digest",
  "syscall",
] as const;

/**
 * An error as the log has it: what failed and where, and none of the values it failed with. Those of a query are
 * anybody's, and may be a link or a hash; the database repeats them in its details, and after a colon in its message.
 */
export function tellError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack = "", cause } = error;
  const facts = error as Error & { query?: unknown; params?: unknown } & Record<string, unknown>;
  const isQuery = facts.params !== undefined && typeof facts.query === "string";
  return {
    type: error.constructor.name || name,
    message: isQuery ? `Failed query: ${facts.query}` : facts.severity ? withoutValue(message) : message,
    ...Object.fromEntries(kept.flatMap((one) => (facts[one] === undefined ? [] : [[one, facts[one]]]))),
    stack: placesOf(stack, message),
    ...(cause === undefined ? {} : { cause: tellError(cause) }),
  };
}

/** The lines of a stack that say where: its message comes first, and may look like them. */
const placesOf = (stack: string, message: string) =>
  stack
    .slice(stack.includes(message) ? stack.indexOf(message) + message.length : 0)
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");

const withoutValue = (message: string) => message.replace(/: ".*"$/s, "");
