import "server-only";
import { sql } from "drizzle-orm";
import { database } from "../context";

type Health = { database: boolean; worker: boolean };

/** Whether the database answers, and whether any worker is connected to it. */
export async function readHealth(): Promise<Health> {
  return database()
    .execute<{ workers: number }>(
      sql`select count(*)::int as workers from pg_stat_activity
        where application_name = 'coatyard worker' and datname = current_database()`,
    )
    .then(
      ([row]) => ({ database: true, worker: (row?.workers ?? 0) > 0 }),
      () => ({ database: false, worker: false }),
    );
}
