import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { authorize, type Context, can, inTransaction, type WorkContext } from "../context";
import { stripPrices } from "../history/strip-prices";
import type { AuditInput } from "./input";

type Fields = Record<string, unknown>;
export type AuditLine = {
  seq: number;
  at: string;
  kind: string;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  jobNumber: number | null;
  customerId: string | null;
  customer: string | null;
  before: Fields | null;
  after: Fields | null;
};
export type AuditPage = { lines: AuditLine[]; older: string | null };

type Row = Omit<AuditLine, "at" | "seq"> & { micros: string; seq: string };

const linesOnPage = 50;
const linesInBatch = 500;

/** A page of everything that happened in the shop, newest first; no prices for who may not see them. */
export async function listAudit(ctx: Context, asked: AuditInput): Promise<AuditPage> {
  authorize(ctx, "audit.read");
  return readPage(ctx, asked, linesOnPage);
}

/** The same, all pages of it, in handfuls. */
export async function* eachAuditLine(ctx: Context, asked: AuditInput): AsyncGenerator<AuditLine[]> {
  authorize(ctx, "audit.read");
  let before: string | null = "";
  while (before !== null) {
    const { lines, older }: AuditPage = await readPage(ctx, { ...asked, before }, linesInBatch);
    yield lines;
    before = older;
  }
}

async function readPage(ctx: Context, asked: AuditInput, length: number): Promise<AuditPage> {
  const rows = await inTransaction(ctx, async (work) => [
    ...(await work.tx.execute<Row>(sql`
      select e.seq::text, (extract(epoch from e.at) * 1000000)::bigint::text as micros, e.kind,
        e.actor_kind as "actorKind", e.actor_id as "actorId", e.actor_name as "actorName", j.number as "jobNumber",
        e.customer_id as "customerId", c.name as customer, e.before, e.after
      from event e
      left join job j on j.shop_id = e.shop_id and j.id = e.job_id
      left join customer c on c.shop_id = e.shop_id and c.id = e.customer_id
      where ${filter(work, asked)} order by e.at desc, e.seq desc limit ${length + 1}`)),
  ]);
  const seesPrices = can(ctx, "prices.see");
  const shown = rows.slice(0, length);
  const last = rows.length > length ? shown.at(-1) : undefined;
  const lines = shown.map(({ micros, seq, before, after, ...rest }) => ({
    ...rest,
    seq: Number(seq),
    at: new Date(Number(micros) / 1000).toISOString(),
    before: seesPrices ? before : stripPrices(before),
    after: seesPrices ? after : stripPrices(after),
  }));
  return { lines, older: last ? `${last.micros}~${last.seq}` : null };
}

function filter({ shop }: WorkContext, { q, who, kind, from, to, before }: AuditInput): SQL {
  const parts: SQL[] = [sql`e.shop_id = ${shop.id}`];
  if (q) parts.push(about(shop.id, q));
  if (who) parts.push(isId(who) ? sql`e.actor_id = ${who}` : sql`e.actor_kind = ${who}`);
  if (kind.includes(".")) parts.push(sql`e.kind = ${kind}`);
  else if (kind) parts.push(sql`e.kind >= ${`${kind}.`} and e.kind < ${`${kind}/`}`);
  if (from) parts.push(sql`e.at >= ${from}::date::timestamp at time zone ${shop.timeZone}`);
  if (to) parts.push(sql`e.at < (${to}::date + 1)::timestamp at time zone ${shop.timeZone}`);
  if (before) {
    const [micros, seq] = before.split("~");
    const at = sql`timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond'`;
    parts.push(sql`(e.at, e.seq) < (${at}, ${seq}::bigint)`);
  }
  return sql.join(parts, sql` and `);
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** Events of the thing that somebody typed, each kind of thing by its own index, however long the history is. */
function about(shopId: string, q: string): SQL {
  const found = thingsOf(shopId, q).map(
    ([column, ids]) =>
      sql`select seq from event where shop_id = ${shopId} and ${column} = any(array(${ids}))`,
  );
  return sql`e.seq in (${sql.join(found, sql` union all `)})`;
}

/** Which ids the typed is of, by the column of the event that holds them. */
function thingsOf(shopId: string, q: string): [SQL, SQL][] {
  const [job, customer, subject] = [sql`job_id`, sql`customer_id`, sql`subject_id`];
  if (isId(q)) return [job, customer, subject].map((column) => [column, sql`select ${q}::uuid`]);
  const [, word, number] = /^(#|job\s+)?(\d{1,9})$/i.exec(q) ?? [];
  // A number is a job's, or else all of a code or a label.
  const like = number ? q : `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const named: [SQL, SQL][] = [
    [customer, sql`select id from customer where shop_id = ${shopId} and name ilike ${like} limit 100`],
    [subject, subjectsLike(shopId, like)],
  ];
  if (!number) return named;
  const ofJob: [SQL, SQL] = [
    job,
    sql`select id from job where shop_id = ${shopId} and number = ${number}::int`,
  ];
  return word ? [ofJob] : [ofJob, ...named];
}

/** Powders with their lots, lots by their label, and members. */
const subjectsLike = (shopId: string, like: string) => sql`
  with named as (select id from powder where shop_id = ${shopId} and (name ilike ${like} or code ilike ${like}) limit 100)
  select id from named
  union all (select id from lot where shop_id = ${shopId} and powder_id in (select id from named)
    order by created_at desc limit 1000)
  union all (select id from lot where shop_id = ${shopId} and label ilike ${like} order by created_at desc limit 100)
  union all (select id from member where shop_id = ${shopId} and name ilike ${like} limit 100)`;
