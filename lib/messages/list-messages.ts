import "server-only";
import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import { type MessageState, message } from "@/db/schema/messages";
import { authorize, type Context, inTransaction } from "../context";
import type { OutboxInput } from "./input";

type MessageLine = {
  id: string;
  kind: string;
  toAddress: string;
  subject: string;
  state: MessageState;
  error: string;
  createdAt: Date;
};
export type Outbox = { lines: MessageLine[]; older: string | null; counts: Record<MessageState, number> };

const pageLength = 50;

/** A page of the shop's messages, newest first, with how many there are in each state. */
export async function listMessages(ctx: Context, { state, before }: OutboxInput): Promise<Outbox> {
  authorize(ctx, "outbox.read");
  return inTransaction(ctx, async ({ tx, shop }) => {
    const [at, id] = before?.split("~") ?? [];
    const isOlder =
      at && id
        ? or(
            lt(message.createdAt, new Date(at)),
            and(eq(message.createdAt, new Date(at)), lt(message.id, id)),
          )
        : undefined;
    const rows = await tx
      .select({
        id: message.id,
        kind: message.kind,
        toAddress: message.toAddress,
        subject: message.subject,
        state: message.state,
        error: message.error,
        createdAt: message.createdAt,
      })
      .from(message)
      .where(and(eq(message.shopId, shop.id), state ? eq(message.state, state) : undefined, isOlder))
      .orderBy(desc(message.createdAt), desc(message.id))
      .limit(pageLength + 1);
    const lines = rows.slice(0, pageLength);
    const last = rows.length > pageLength ? lines.at(-1) : undefined;
    const counted = await tx
      .select({ state: message.state, count: sql<number>`count(*)::int` })
      .from(message)
      .where(eq(message.shopId, shop.id))
      .groupBy(message.state);
    const counts = { waiting: 0, sent: 0, kept: 0, failed: 0 };
    for (const one of counted) counts[one.state] = one.count;
    return { lines, counts, older: last ? `${last.createdAt.toISOString()}~${last.id}` : null };
  });
}
