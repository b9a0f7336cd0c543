import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { type Scope, transact } from "./transact";

export type Database = ReturnType<typeof openDatabase>["db"];
export type Transaction = Parameters<Parameters<ReturnType<typeof drizzle>["transaction"]>[0]>[0];

/**
 * `isReading`: it changes nothing, so its caller need not wait for its end. `isPlannedOnce`: for statements asked again
 * and again whose best plan does not depend on their values.
 */
export type TransactionSettings = { isReading?: boolean; isPlannedOnce?: boolean };

// A statement with more values has a shape that hardly comes again, such as an insert of many rows.
const mostPreparedValues = 64;
const plain = { statement: "begin", isReading: false };

/** A pool of connections with Drizzle on it; it changes the client's parsers, so raw SQL uses openListener. */
export function openDatabase(url: string, max: number) {
  const client = postgres(url, { max, onnotice: () => {}, connection: { application_name: "coatyard" } });
  client.unsafe = prepared(client.unsafe);
  let opening = plain;
  client.begin = ((run: (scope: Scope) => Promise<unknown>) =>
    transact(client.unsafe, opening, run)) as unknown as typeof client.begin;
  const db = drizzle(client);

  /** A transaction that sees one shop alone, from its first message to the server. */
  function transactionOf<T>(
    shopId: string,
    run: (tx: Transaction) => Promise<T>,
    settings: TransactionSettings = {},
  ): Promise<T> {
    opening = openingOf(shopId, settings);
    try {
      return db.transaction(run);
    } finally {
      opening = plain;
    }
  }

  return { db: Object.assign(db, { transactionOf }), close: () => client.end({ timeout: 5 }) };
}

/** One connection of its own for LISTEN. */
export function openListener(url: string) {
  return postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: "coatyard live" } });
}

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function openingOf(shopId: string, { isReading = false, isPlannedOnce }: TransactionSettings) {
  if (!isUuid.test(shopId)) throw new Error("A shop is named by its id.");
  const once = isPlannedOnce ? ", set_config('plan_cache_mode', 'force_generic_plan', true)" : "";
  const begin = isReading ? "begin read only" : "begin";
  return { statement: `${begin}; select set_config('coatyard.shop', '${shopId}', true)${once}`, isReading };
}

/** Drizzle asks for each statement unprepared, which costs a second round trip and a new plan every time. */
function prepared(unsafe: postgres.Sql["unsafe"]): postgres.Sql["unsafe"] {
  return ((text: string, values: never[] = [], options?: postgres.UnsafeQueryOptions) => {
    const prepare = values.length > 0 && values.length <= mostPreparedValues;
    return unsafe(text, values, prepare ? { ...options, prepare } : options);
  }) as typeof unsafe;
}
