import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { type Database, openDatabase, type Transaction } from "@/db/client";
import { stopBoss } from "../outbox/boss";

export type TestTransaction = Transaction;

class Rollback extends Error {}

/**
 * Gives this test file a database of its own, cloned from the migrated template. `inRolledBack` hands a test the
 * app role's transaction and undoes it; `appUrl` and `ownerUrl` are for tests that need more than one connection.
 */
export function testDatabase() {
  const server = inject("testServer");
  const name = `w_${process.pid}_${randomUUID().slice(0, 8)}`;
  const ownerUrl = withDatabase(server.ownerUrl, name);
  const appUrl = withDatabase(server.appUrl, name);
  let opened: ReturnType<typeof openDatabase>;

  beforeAll(async () => {
    await asOwner(server.ownerUrl, `create database ${name} template ${server.template} strategy wal_log`);
    opened = openDatabase(appUrl, 4);
    (globalThis as { coatyardPool?: Database }).coatyardPool = opened.db;
    process.env.APP_DATABASE_URL = appUrl;
  });

  afterAll(async () => {
    await stopBoss();
    await opened.close();
    await dropDatabase(server.ownerUrl, name);
  });

  async function inRolledBack(test: (tx: TestTransaction) => Promise<void>): Promise<void> {
    try {
      await opened.db.transaction(async (tx) => {
        await test(tx);
        throw new Rollback();
      });
    } catch (error) {
      if (!(error instanceof Rollback)) throw error;
    }
  }

  return { inRolledBack, ownerUrl, appUrl };
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** An autovacuum of the database may not be ended by force, but ends by itself for a plain drop. */
async function dropDatabase(url: string, name: string): Promise<void> {
  try {
    await asOwner(url, `drop database if exists ${name} with (force)`);
  } catch (error) {
    if (!(error instanceof postgres.PostgresError && error.code === "42501")) throw error;
    await asOwner(url, `drop database if exists ${name}`);
  }
}

async function asOwner(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
