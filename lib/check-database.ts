import "server-only";
import { sql } from "drizzle-orm";
import { database } from "./context";

/** Whether the database answers a question just now. */
export async function checkDatabase(): Promise<boolean> {
  return database()
    .execute(sql`select 1`)
    .then(
      () => true,
      () => false,
    );
}
