import { desc, sql } from "drizzle-orm";
import { afterAll } from "vitest";
import { message } from "@/db/schema/messages";
import { database, inTransaction, type MemberContext } from "../context";
import { stopBoss } from "../outbox/boss";

/** Lets go of the queues before the test's database is dropped. Call it after testDatabase. */
export function releaseQueues(): void {
  afterAll(stopBoss);
}

/** What of a kind waits for the worker. */
export async function queued<T>(name: string): Promise<T[]> {
  const rows = await database().execute<{ data: T }>(
    sql`select data from pgboss.job where name = ${name} order by created_on, id`,
  );
  return rows.map((row) => row.data);
}

/** The shop's messages, newest first. */
export function messagesOf(ctx: MemberContext) {
  return inTransaction(ctx, ({ tx }) => tx.select().from(message).orderBy(desc(message.createdAt)));
}

/** The secret at the end of the link in a message. */
export function tokenIn(text: string): string {
  const [, token] = text.match(/\/(?:invite|reset|a|portal\/enter)\/([A-Za-z0-9_-]{43})/) ?? [];
  if (!token) throw new Error("no link in this text");
  return token;
}
