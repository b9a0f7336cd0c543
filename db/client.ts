import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { beginWith, prepareStatements } from "./statements";

export type Database = ReturnType<typeof openDatabase>["db"];
export type Transaction = Parameters<Parameters<ReturnType<typeof drizzle>["transaction"]>[0]>[0];

/** `plans: "once"` is for statements asked again and again whose best plan does not depend on their values. */
export type TransactionSettings = { plans?: "once" };

/** A pool of connections with Drizzle on it; it changes the client's parsers, so raw SQL uses openListener. */
export function openDatabase(url: string, max: number) {
  const client = postgres(url, { max, onnotice: () => {}, connection: { application_name: "coatyard" } });
  prepareStatements(client);
  const db = drizzle(client);
  /** A transaction that sees one shop alone, from its first message to the server. */
  const transactionOf = <T>(
    shopId: string,
    run: (tx: Transaction) => Promise<T>,
    { plans }: TransactionSettings = {},
  ): Promise<T> => {
    if (!isUuid.test(shopId)) throw new Error("A shop is named by its id.");
    const once = plans === "once" ? ", set_config('plan_cache_mode', 'force_generic_plan', true)" : "";
    const seesShop = `select set_config('coatyard.shop', '${shopId}', true)${once}`;
    return beginWith(client, seesShop, () => db.transaction(run));
  };
  return { db: Object.assign(db, { transactionOf }), close: () => client.end({ timeout: 5 }) };
}

/** One connection of its own for LISTEN. */
export function openListener(url: string) {
  return postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: "coatyard live" } });
}

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
