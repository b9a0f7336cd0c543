import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";

export type Database = ReturnType<typeof openDatabase>["db"];
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** A pool of connections with Drizzle on it; it changes the client's parsers, so raw SQL uses openListener. */
export function openDatabase(url: string, max: number) {
  const client = postgres(url, { max, onnotice: () => {}, connection: { application_name: "coatyard" } });
  return { db: drizzle(keepingPlans(client)), close: () => client.end({ timeout: 5 }) };
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
