import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Ask } from "./chain.mjs";

/** The chain's questions, put through a transaction: each $1, $2 … of the text becomes a value. */
export function asker(tx: Transaction): Ask {
  return async (text, values) => [...(await tx.execute(withValues(text, values)))];
}

function withValues(text: string, values: (string | number)[]): SQL {
  const [first = "", ...rest] = text.split(/\$\d+/);
  const parts = rest.map((part, index) => sql`${values[index]}${sql.raw(part)}`);
  return sql.join([sql.raw(first), ...parts]);
}
