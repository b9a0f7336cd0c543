import { onOneConnection } from "./connect-postgres.mjs";
import { pause } from "./live-process.mjs";

const QUIET_MS = 60_000;

/**
 * How many rows each table holds and a sum over their bytes that no order changes: `{ "public.job": { rows, sum } }`. Two databases
 * with equal answers hold the same rows.
 *
 * @returns {Promise<Record<string, { rows: number, sum: string }>>}
 */
export async function sumTables(sql) {
  await sql`select set_config('timezone', 'UTC', false), set_config('datestyle', 'ISO, MDY', false)`;
  const tables = await sql`
    select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname not in ('pg_catalog', 'information_schema')
    order by 1`;
  const sums = {};
  for (const { name } of tables) {
    const [row] = await sql.unsafe(
      `select count(*)::int as rows, coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text as sum from only ${name} t`,
    );
    sums[name] = { rows: row.rows, sum: row.sum };
  }
  return sums;
}

/**
 * Runs `read` on all that was committed before one place of the database's log, and nothing later; returns that place with what it
 * read. It waits for a moment in which nobody is writing, for only then the two are the same.
 */
export async function atOnePlace({ sql, superuserUrl }, read) {
  for (const end = Date.now() + QUIET_MS; Date.now() < end; await pause(20)) {
    const found = await onOneConnection(superuserUrl, async (tx) => {
      await tx.unsafe("begin isolation level repeatable read read only");
      // Both are asked elsewhere, before this transaction's view is taken, which its first query does: whoever had written to the log
      // by then is done and seen, and whoever writes after it moves the place.
      const [{ lsn: before }] = await sql`select pg_current_wal_insert_lsn()::text as lsn`;
      const [{ writers }] = await sql`
        select count(*)::int as writers from pg_stat_activity where backend_xid is not null`;
      if (writers > 0) return null;
      const [view] = await tx`select pg_current_wal_insert_lsn()::text as lsn, clock_timestamp() as at`;
      if (view.lsn !== before) return null;
      return { lsn: view.lsn, at: view.at, read: await read(tx) };
    });
    if (found) return found;
  }
  throw new Error("The shop was never quiet for a moment in which a backup could be compared.");
}

/** The names under which the database's rows speak of files on the disk. */
export async function namedFiles(sql) {
  const columns = await sql`
    select quote_ident(table_name) as "table", quote_ident(column_name) as "column" from information_schema.columns
    where table_schema = 'public' and column_name ~ '^(storage|thumbnail|shared|small)_key$'`;
  const keys = new Set();
  for (const { table, column } of columns) {
    const rows = await sql.unsafe(`select ${column} as key from ${table} where ${column} is not null`);
    for (const { key } of rows) keys.add(key);
  }
  return keys;
}
