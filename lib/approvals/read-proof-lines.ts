import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { WorkContext } from "../context";
import type { WaitingProof } from "./proof-view";

/** How a version stands at this moment: one whose time is over has expired. */
export const standing = (now: Date) =>
  sql`case when v.state = 'waiting' and v.expires_at <= ${now.toISOString()}::timestamptz then 'expired' else v.state end`;

/** The proofs that are there, each with its newest version and its job: `p`, `v`, `j`, `k` of what is asked further. */
export const newestVersions = (shopId: string) => sql`
  from proof p
  join job j on j.shop_id = p.shop_id and j.id = p.job_id and j.retired_at is null
  join customer k on k.shop_id = p.shop_id and k.id = j.customer_id
  cross join lateral (select * from proof_version w where w.shop_id = p.shop_id and w.proof_id = p.id
    order by w.number desc limit 1) v
  where p.shop_id = ${shopId} and p.retired_at is null`;

type Row = Omit<WaitingProof, "askedAt" | "expiresAt" | "decidedAt" | "recipients"> & {
  askedAt: string | null;
  expiresAt: string | null;
  decidedAt: string | null;
  recipients: WaitingProof["recipients"] | null;
};

/** Proofs in a line each, by a condition and an order on newestVersions. */
export async function readProofLines(
  work: WorkContext,
  { where, order, today, slice = sql`` }: { where: SQL; order: SQL; today: string; slice?: SQL },
): Promise<WaitingProof[]> {
  const found = await work.tx.execute<{ line: Row }>(sql`
    with chosen as (select p.id as proof_id, v.id as version_id, row_number() over (order by ${order}) as place
      ${newestVersions(work.shop.id)} and ${where} order by ${order} ${slice})
    select json_build_object(
      'id', p.id, 'title', p.title, 'versionId', v.id, 'number', v.number, 'version', v.version,
      'state', ${standing(work.now)}, 'isDrawn', v.pages is not null, 'problem', v.problem, 'pages', coalesce(v.pages, 0),
      'firstPageId', (select g.id from proof_page g where g.shop_id = p.shop_id and g.version_id = v.id and g.number = 1),
      'askedAt', v.asked_at, 'dueOn', v.due_on, 'expiresAt', v.expires_at, 'decidedAt', v.decided_at,
      'decidedBy', d.by_name, 'reason', coalesce(d.reason, ''),
      'recipients', (select json_agg(json_build_object('name', c.name, 'hasSeen', r.seen_at is not null) order by c.name)
        from proof_recipient r join contact c on c.shop_id = r.shop_id and c.id = r.contact_id
        where r.shop_id = p.shop_id and r.version_id = v.id),
      'comments', (select count(*)::int from comment m where m.shop_id = p.shop_id and m.proof_version_id = v.id
        and m.retired_at is null),
      'job', json_build_object('number', j.number, 'customer', k.name),
      'isLate', v.state = 'waiting' and v.due_on < ${today}::date) as line
    from chosen
    join proof p on p.shop_id = ${work.shop.id} and p.id = chosen.proof_id
    join proof_version v on v.shop_id = p.shop_id and v.id = chosen.version_id
    join job j on j.shop_id = p.shop_id and j.id = p.job_id
    join customer k on k.shop_id = p.shop_id and k.id = j.customer_id
    left join lateral (select by_name, reason from decision e where e.shop_id = p.shop_id and e.version_id = v.id
      and v.decided_at is not null order by e.at desc limit 1) d on true
    order by chosen.place`);
  return found.map(({ line }) => ({
    ...line,
    askedAt: iso(line.askedAt),
    expiresAt: iso(line.expiresAt),
    decidedAt: iso(line.decidedAt),
    recipients: line.recipients ?? [],
  }));
}

const iso = (moment: string | null) => (moment ? new Date(moment).toISOString() : null);
