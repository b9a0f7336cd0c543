import "server-only";
import { sql } from "drizzle-orm";
import { inTransaction, type MemberContext } from "../context";
import { mostCounted } from "./inbox-item";
import { type InboxWork, inboxEvents, readMark, unreadWithin } from "./read-inbox";

/** How many things a member has not seen yet; of more than 99 it says 100. */
export function countInbox(ctx: MemberContext): Promise<number> {
  return inTransaction(ctx, countUnread);
}

export async function countUnread(work: InboxWork): Promise<number> {
  const mark = await readMark(work);
  const unread = inboxEvents(work, unreadWithin(mark), mostCounted + 1);
  const [counted] = await work.tx.execute<{ unread: number }>(
    sql`select count(*)::int as unread from ${unread} unread`,
  );
  return counted?.unread ?? 0;
}
