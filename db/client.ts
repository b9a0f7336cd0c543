import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";

export type Database = ReturnType<typeof openDatabase>["db"];
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/**
 * A pool of connections with Drizzle on it; it changes the client's parsers, so raw SQL uses openListener. `onBroken`
 * is told when a transaction lost its connection: the client then writes its ROLLBACK to a closed socket, and that
 * connection answers nobody any more, so the pool is to be closed and another opened.
 */
export function openDatabase(url: string, max: number, onBroken: () => void = () => {}) {
  const client = postgres(url, { max, onnotice: () => {}, connection: { application_name: "coatyard" } });
  const planned = keepingPlans(client);
  const { begin } = planned;
  planned.begin = ((...told: Parameters<typeof begin>) =>
    begin(...told).catch((error: unknown) => {
      if (isBroken(error)) onBroken();
      throw error;
    })) as typeof begin;
  return { db: drizzle(planned), close: (seconds = 5) => client.end({ timeout: seconds }) };
}

const brokenCodes = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "ECONNRESET",
  "EPIPE",
  "57P01",
  "57P02",
]);

function isBroken(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: unknown };
  return (code !== undefined && brokenCodes.has(code)) || (cause instanceof Error && isBroken(cause));
}

/** One connection of its own for LISTEN. */
export function openListener(url: string) {
  return postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: "coatyard live" } });
}

const mostKept = 100;

/**
 * Drizzle sends each statement unnamed: two round trips and a new plan every time. Named, it is one round trip and
 * 2.5 times as fast. Long lists stay unnamed, for the server would keep one statement for each length.
 */
function keepingPlans<S extends postgres.Sql | postgres.TransactionSql>(client: S): S {
  const { unsafe } = client;
  client.unsafe = ((text, values = [], options = {}) =>
    unsafe(text, values, {
      ...options,
      prepare: values.length > 0 && values.length <= mostKept,
    })) as S["unsafe"];
  for (const opens of ["begin", "savepoint"] as const) {
    if (!(opens in client)) continue;
    const nested = client as unknown as Record<typeof opens, Opens>;
    const open = nested[opens];
    nested[opens] = (...told) => {
      const run = told.pop() as (inner: postgres.TransactionSql) => unknown;
      return open(...told, (inner: postgres.TransactionSql) => run(keepingPlans(inner)));
    };
  }
  return client;
}

type Opens = (...told: unknown[]) => unknown;
