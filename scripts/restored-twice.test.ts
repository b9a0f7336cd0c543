import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBackedUpShop } from "../lib/testing/backed-up-shop";
import { openDataFolder } from "./data-folder.mjs";
import { joinEmbeddedPostgres } from "./embedded-postgres.mjs";
import { makeBackup } from "./make-backup.mjs";
import { restoreShop } from "./restore-shop.mjs";

let at: Awaited<ReturnType<typeof openBackedUpShop>>;
beforeAll(async () => {
  at = await openBackedUpShop();
  await at.sql`create table note (n int)`;
}, 120_000);
afterAll(() => at.close());

/** Brings the shop back from one backup, goes on working there by so many notes, and backs that up. */
async function goOn(name: string, { backupId, notes }: { backupId?: string; notes: number }) {
  const dataPath = join(at.place, name);
  await restoreShop({ dataPath, store: at.store, backupId });
  const folder = openDataFolder(dataPath);
  const server = await joinEmbeddedPostgres(folder);
  const sql = postgres(server.superuserUrl, { max: 1, onnotice: () => {} });
  try {
    const before = await sql`select n from note`;
    await sql`insert into note select ${notes} from generate_series(1, ${notes})`;
    const { proof } = await makeBackup({ folder, superuserUrl: server.superuserUrl, store: at.store });
    return { before: before.length, problems: proof.problems };
  } finally {
    await sql.end();
    await server.release();
  }
}

test("SECURITY backup: a shop brought back twice from one backup is backed up each time, and neither log is taken for the other's", async () => {
  const { proof } = await makeBackup({ ...at, superuserUrl: at.server.superuserUrl });
  const backupId = proof.id;
  expect(await goOn("first", { backupId, notes: 20_000 })).toEqual({ before: 0, problems: [] });
  expect(await goOn("second", { backupId, notes: 30 })).toEqual({ before: 0, problems: [] });
}, 180_000);
