import "server-only";
import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import type { WorkContext } from "../context";
import { env } from "../env";

/** Background work by name, and what each is told. Ids only: the worker reads the rest under the shop's own eyes. */
export type Work = {
  "send-message": { shopId: string; messageId: string };
  "make-thumbnail": { shopId: string; fileId: string };
  "run-import": { shopId: string; runId: string };
  "undo-import": { shopId: string; runId: string };
  "make-demo": { shopId: string };
};

const held = globalThis as { coatyardSender?: PgBoss };

/** Hands work to the worker in the caller's transaction: it happens when that commits, and not when it rolls back. */
export async function enqueue<N extends keyof Work>(ctx: WorkContext, name: N, told: Work[N]): Promise<void> {
  held.coatyardSender ??= new PgBoss({
    connectionString: env().APP_DATABASE_URL,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  await held.coatyardSender.send(name, told, { db: fromDrizzle(ctx.tx, sql) });
}
