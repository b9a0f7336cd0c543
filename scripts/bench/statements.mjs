import { connectPostgres } from "../connect-postgres.mjs";
import { pause } from "../live-process.mjs";

/** The statements that the app's connections send while `work` runs, in their order, by the server's own log. */
export async function statementsOf({ superuserUrl }, work) {
  const sql = connectPostgres(superuserUrl);
  try {
    await logStatements(sql, "all");
    const [before] =
      await sql`select pg_current_logfile() as file, (pg_stat_file(pg_current_logfile())).size::int as size`;
    await work();
    await pause(100);
    const [{ text }] = await sql`
      select pg_read_file(${before.file}, ${before.size}::bigint, (pg_stat_file(${before.file})).size - ${before.size}::bigint) as text`;
    return text.split("\n").flatMap((line) => {
      const [, name, statement] =
        /^bench-log \[([^\]]*)\] LOG: {2}(?:statement|execute [^:]*): (.*)$/.exec(line) ?? [];
      return name === "coatyard" ? [statement] : [];
    });
  } finally {
    await logStatements(sql, null);
    await sql.end();
  }
}

async function logStatements(sql, which) {
  await sql.unsafe(
    which ? `alter system set log_statement = '${which}'` : "alter system reset log_statement",
  );
  await sql.unsafe(
    which ? "alter system set log_line_prefix = 'bench-log [%a] '" : "alter system reset log_line_prefix",
  );
  await sql`select pg_reload_conf()`;
  await pause(200);
}

/** What the database counted so far: deadlocks, and rows of jobs that were changed. */
export async function databaseCounts({ superuserUrl }) {
  const sql = connectPostgres(superuserUrl);
  try {
    await pause(1_500);
    const [counts] = await sql`
      select (select deadlocks::int from pg_stat_database where datname = current_database()) as deadlocks,
        (select n_tup_upd::int from pg_stat_user_tables where relid = 'public.job'::regclass) as "jobRows"`;
    return counts;
  } finally {
    await sql.end();
  }
}
