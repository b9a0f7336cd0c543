import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";

export type Database = ReturnType<typeof openDatabase>["db"];
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** A pool of connections with Drizzle on it; it changes the client's parsers, so raw SQL uses openListener. */
export function openDatabase(url: string, max: number) {
  const client = postgres(url, { max, onnotice: () => {}, connection: { application_name: "coatyard" } });
  return { db: drizzle(client), close: () => client.end({ timeout: 5 }) };
}

/** One connection of its own for LISTEN. */
export function openListener(url: string) {
  return postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: "coatyard live" } });
}
