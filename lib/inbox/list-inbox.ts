import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { type Verdict, verdicts } from "@/db/vocabulary";
import { inTransaction, type MemberContext } from "../context";
import { countUnread } from "./count-inbox";
import type { InboxItem, InboxPage } from "./inbox-item";
import { type InboxWork, inboxEvents, type Mark, readMark, unreadWithin } from "./read-inbox";

const itemsOnPage = 40;
const longestExcerpt = 280;

export const inboxInput = z.object({ before: z.coerce.number().int().min(1).optional().catch(undefined) });

type Row = {
  seq: string;
  at: string;
  kind: string;
  actorKind: string;
  by: string;
  after: Record<string, unknown>;
  jobNumber: number;
  customer: string;
  commentId: string | null;
  says: string | null;
  isTakenBack: boolean;
};

/** A member's inbox: what they have not seen first, then what they have, a page at a time and newest first. */
export function listInbox(
  ctx: MemberContext,
  { before }: z.output<typeof inboxInput> = {},
): Promise<InboxPage> {
  return inTransaction(ctx, async (work) => {
    const mark = await readMark(work);
    const [head] = await work.tx.execute<{ seq: string }>(
      sql`select seq from event_head where shop_id = ${work.shop.id}`,
    );
    const older = before ? sql`seq < ${before}` : sql`true`;
    const unread = before ? [] : await readItems(work, mark, unreadWithin(mark));
    const isSeen = sql`${older} and not (${unreadWithin(mark)})`;
    const seen = await readItems(work, mark, isSeen);
    return {
      unread: unread.slice(0, itemsOnPage),
      seen: seen.slice(0, itemsOnPage),
      upTo: Number(head?.seq ?? 0),
      unreadCount: await countUnread(work),
      before: seen.length > itemsOnPage ? (seen[itemsOnPage - 1]?.seq ?? null) : null,
    };
  });
}

async function readItems(work: InboxWork, mark: Mark, within: SQL): Promise<InboxItem[]> {
  const rows = await work.tx.execute<Row>(sql`
    select e.seq, e.at, e.kind, e.actor_kind as "actorKind", e.actor_name as "by", e.after, j.number as "jobNumber",
      k.name as customer, m.id as "commentId", m.body as says, m.retired_at is not null as "isTakenBack"
    from ${inboxEvents(work, within, itemsOnPage + 1)} mine
    join event e on e.shop_id = ${work.shop.id} and e.seq = mine.seq
    join job j on j.shop_id = e.shop_id and j.id = e.job_id and j.retired_at is null
    join customer k on k.shop_id = j.shop_id and k.id = j.customer_id
    left join comment m on m.shop_id = e.shop_id and e.kind = 'comment.added' and m.id = e.subject_id
    order by e.seq desc`);
  const isUnread = (seq: number) => seq > mark.seenSeq && !mark.openedSeqs.includes(seq);
  return rows.map((row) => itemOf(row, isUnread(Number(row.seq))));
}

function itemOf(row: Row, isUnread: boolean): InboxItem {
  const { by, jobNumber, customer, after } = row;
  const at = new Date(row.at).toISOString();
  const about = { seq: Number(row.seq), at, by, jobNumber, customer, isUnread };
  const job = `/jobs/${jobNumber}`;
  if (row.kind === "job.assigned") return { ...about, kind: "assigned", href: job };
  const proofHref = typeof after.proofId === "string" ? `${job}/proofs/${after.proofId}` : job;
  if (row.kind === "proof.decided") {
    return {
      ...about,
      kind: "decision",
      href: proofHref,
      proof: String(after.proof ?? ""),
      version: Number(after.version ?? 1),
      verdict: verdicts.find((one) => one === after.verdict) ?? ("changes" satisfies Verdict),
      reason: String(after.reason ?? ""),
    };
  }
  const says = row.isTakenBack ? "" : excerptOf(row.says ?? "");
  const isByCustomer = row.actorKind === "contact" || row.actorKind === "link";
  const href = after.proofVersionId ? proofHref : `${job}#comment-${row.commentId}`;
  return { ...about, kind: isByCustomer ? "customer-comment" : "mention", href, says };
}

const excerptOf = (text: string) =>
  text.length > longestExcerpt ? `${text.slice(0, longestExcerpt - 1).trimEnd()}…` : text;
