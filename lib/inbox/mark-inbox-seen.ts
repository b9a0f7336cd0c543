import "server-only";
import { sql } from "drizzle-orm";
import { inTransaction, type MemberContext } from "../context";
import { countUnread } from "./count-inbox";
import type { SeenInput } from "./input";

const mostOpened = 500;

/**
 * Notes what a member has seen of their own inbox: all up to an event, or one thing. It never goes back, and a number
 * beyond the newest event counts as that one. Resolves to how many are left unread.
 */
export function markInboxSeen(ctx: MemberContext, seen: SeenInput): Promise<{ unread: number }> {
  return inTransaction(ctx, async (work) => {
    const { tx, shop, actor } = work;
    const upTo = "upTo" in seen ? seen.upTo : 0;
    const opened = "one" in seen ? `{${seen.one}}` : "{}";
    const newest = sql`(select coalesce(max(seq), 0) from event_head where shop_id = ${shop.id})`;
    await tx.execute(sql`
      insert into inbox_mark as mark (shop_id, member_id, seen_seq, opened_seqs)
      values (${shop.id}, ${actor.id}, least(${upTo}::bigint, ${newest}), ${opened}::bigint[])
      on conflict (shop_id, member_id) do update set
        seen_seq = greatest(mark.seen_seq, excluded.seen_seq),
        opened_seqs = (select coalesce(array_agg(seq), '{}') from (
          select distinct seq from unnest(mark.opened_seqs || excluded.opened_seqs) seq
          where seq > greatest(mark.seen_seq, excluded.seen_seq) and seq <= ${newest}
          order by seq desc limit ${sql.raw(String(mostOpened))}) kept)`);
    return { unread: await countUnread(work) };
  });
}
