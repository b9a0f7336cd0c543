import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { can, type MemberContext, type WorkContext } from "../context";

export type InboxWork = WorkContext<MemberContext["actor"]>;
export type Mark = { seenSeq: number; openedSeqs: number[] };

/** Up to where a member has seen their inbox; a new member's begins when they joined. */
export async function readMark({ tx, shop, actor }: InboxWork): Promise<Mark> {
  const [mark] = await tx.execute<{ seen: string; opened: string[]; joined: string }>(sql`
    select coalesce(mark.seen_seq, 0) as seen, coalesce(mark.opened_seqs, '{}') as opened,
      coalesce((select min(seq) from event where shop_id = ${shop.id} and subject_id = ${actor.id}), 0) as joined
    from (select 1) one left join inbox_mark mark on mark.shop_id = ${shop.id} and mark.member_id = ${actor.id}`);
  const seenSeq = Math.max(Number(mark?.seen ?? 0), Number(mark?.joined ?? 0));
  return { seenSeq, openedSeqs: (mark?.opened ?? []).map(Number) };
}

/**
 * The events of a member's inbox as `seq`s, newest first: what customers decided and said (the desk's, of every job;
 * the floor's, of the jobs they are on), who names them, what others give them to do. Its literals are what the indexes
 * of the spine are made for.
 */
export function inboxEvents(ctx: InboxWork, within: SQL, most: number): SQL {
  const { shop, actor } = ctx;
  const isMine = can(ctx, "proofs.ask")
    ? sql`true`
    : sql`exists (select 1 from job_assignee a where a.shop_id = event.shop_id and a.job_id = event.job_id
        and a.member_id = ${actor.id})`;
  const of = (which: SQL) => sql`
    (select seq from event where shop_id = ${shop.id} and ${within} and ${which} order by seq desc limit ${sql.raw(String(most))})`;
  const customers = of(
    sql`actor_kind in ('contact', 'link') and kind in ('proof.decided', 'comment.added') and ${isMine}`,
  );
  const mentions = of(sql`kind = 'comment.added' and jsonb_exists(after, 'mentions')
    and after -> 'mentions' @> ${JSON.stringify([{ id: actor.id }])}::jsonb and actor_id is distinct from ${actor.id}`);
  const assigned = of(
    sql`kind = 'job.assigned' and (after ->> 'memberId') = ${actor.id} and actor_id is distinct from ${actor.id}`,
  );
  return sql`(select seq from (${customers} union ${mentions} union ${assigned}) mine order by seq desc limit ${sql.raw(String(most))})`;
}

/** Narrows to what a mark leaves unread. */
export const unreadWithin = ({ seenSeq, openedSeqs }: Mark): SQL =>
  sql`seq > ${seenSeq} and seq <> all(${`{${openedSeqs.join()}}`}::bigint[])`;
