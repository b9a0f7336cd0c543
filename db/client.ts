import { setTimeout as pause } from "node:timers/promises";
import { parsePgArray } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/postgres-js";
import pLimit from "p-limit";
import postgres from "postgres";

export type Database = ReturnType<typeof openDatabase>["db"];
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/**
 * A pool of connections with Drizzle on it; it changes the client's parsers, so raw SQL uses openListener. `onBroken` is
 * told when a connection went away: what the client opens in its place may answer with the old one's error or not at all
 * (porsager/postgres, pull requests 1209 and 1215), so the pool is to be closed and another opened. It opens some for
 * what waits inside it, and never closes them, so transactions wait here and leave a connection to single statements.
 */
export function openDatabase(url: string, max: number, onBroken: () => void = () => {}) {
  const client = postgres(url, {
    max,
    max_lifetime: null,
    connect_timeout: 10,
    onnotice: () => {},
    onclose: onBroken,
    // Asked of each new connection, the types of arrays leave an error that nobody hears when it goes away meanwhile.
    fetch_types: false,
    types: { arrays: { to: 1009, from: [1007, 1009, 1016, 2951], serialize: String, parse: parsePgArray } },
    connection: { application_name: "coatyard" },
  });
  keepPlans(client);
  const { begin } = client;
  const inTurn = pLimit(Math.max(1, max - 1));
  client.begin = ((...told: unknown[]) => inTurn(() => beginOn(begin as Opens, told))) as typeof begin;
  return { db: drizzle(client), close: (seconds = 5) => client.end({ timeout: seconds }) };
}

/** One connection of its own for LISTEN. By itself the client would wait longer each time, up to twenty seconds. */
export function openListener(url: string) {
  return postgres(url, {
    max: 1,
    backoff: () => 0.25,
    connect_timeout: 10,
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: "coatyard live" },
  });
}

const mostKept = 100;

/**
 * Drizzle sends each statement unnamed: two round trips and a new plan every time. Named, it is one round trip and
 * 2.5 times as fast. Long lists stay unnamed, for the server would keep one statement for each length.
 */
function keepPlans(client: postgres.Sql | postgres.TransactionSql): void {
  const { unsafe } = client;
  client.unsafe = ((text, values = [], options = {}) =>
    unsafe(text, values, {
      ...options,
      prepare: values.length > 0 && values.length <= mostKept,
    })) as postgres.Sql["unsafe"];
}

type Run = (inner: postgres.TransactionSql) => Promise<unknown>;
type Opens = (...told: unknown[]) => Promise<unknown>;
type Line = { lost?: Error };

/**
 * A transaction whose connection went away says so and sends nothing more. The client by itself would write its ROLLBACK
 * or COMMIT to a socket that is gone, or to the one that took its place under another transaction.
 */
async function beginOn(begin: Opens, told: unknown[]): Promise<unknown> {
  const line: Line = {};
  try {
    return await openOn(line, begin, told);
  } catch (error) {
    line.lost = error as Error;
    throw error;
  }
}

function openOn(line: Line, open: Opens, told: unknown[]): Promise<unknown> {
  if (line.lost) return Promise.reject(line.lost);
  const run = told.at(-1) as Run;
  const silent: Run = (inner) => silentOnceLost(line, () => run(guardedBy(line, inner)));
  return open(...told.slice(0, -1), silent);
}

function guardedBy(line: Line, inner: postgres.TransactionSql): postgres.TransactionSql {
  keepPlans(inner);
  const { unsafe, savepoint } = inner;
  inner.unsafe = ((...told) => {
    if (line.lost) throw line.lost;
    return unsafe(...told);
  }) as typeof unsafe;
  inner.savepoint = ((...told: unknown[]) => openOn(line, savepoint as Opens, told)) as typeof savepoint;
  return inner;
}

const noticeMs = 1_000;

/** Never settles on a lost line: the client then waits with us until its own watch on the connection ends `begin`. */
async function silentOnceLost(line: Line, run: () => Promise<unknown>): Promise<unknown> {
  let result: unknown;
  try {
    result = await run();
  } catch (error) {
    // It may also be another connection's error; then ours is still there to roll back.
    if (!line.lost && isBroken(error)) await pause(noticeMs);
    if (!line.lost) throw error;
  }
  return line.lost ? new Promise(() => {}) : result;
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

/** Whether an error says that a connection went away. */
export function isBroken(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: unknown };
  return (code !== undefined && brokenCodes.has(code)) || (cause instanceof Error && isBroken(cause));
}
