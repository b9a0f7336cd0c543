import { connectPostgres } from "../connect-postgres.mjs";

/** The least a database can do from here: works that take their own time, to be measured beside the app's. */
export async function databaseBaselines({ superuserUrl }) {
  const sql = connectPostgres(superuserUrl);
  const listener = connectPostgres(superuserUrl);
  await sql.unsafe("create table if not exists bench_row (id int primary key, n int not null)");
  await sql.unsafe("insert into bench_row values (1, 0) on conflict do nothing");
  let heard = () => {};
  await listener.listen("bench", () => heard());
  return {
    works: {
      "empty transaction": () => sql.begin(async () => {}),
      "single durable UPDATE": () => sql`update bench_row set n = n + 1 where id = 1`,
      "NOTIFY round trip": () =>
        new Promise((resolve) => {
          heard = resolve;
          sql.notify("bench", "");
        }),
    },
    fsync: async () => (await sql`show fsync`)[0].fsync,
    end: async () => {
      await sql.unsafe("drop table bench_row");
      await Promise.all([sql.end(), listener.end()]);
    },
  };
}
