import { randomBytes, randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import postgres from "postgres";
import { openBackupStore } from "../../scripts/backup-store.mjs";
import { openDataFolder } from "../../scripts/data-folder.mjs";
import { joinEmbeddedPostgres } from "../../scripts/embedded-postgres.mjs";
import { prepareDatabase } from "../../scripts/prepare-database.mjs";

/** A data folder of its own with a running database, a shop in it, files on its disk, and a store for its backups. */
export async function openBackedUpShop() {
  const place = mkdtempSync(join(tmpdir(), "coatyard bäckup "));
  const folder = openDataFolder(join(place, "data"));
  const server = await joinEmbeddedPostgres(folder);
  const { appUrl } = await prepareDatabase({
    ownerUrl: server.ownerUrl,
    appPassword: folder.secrets.appPassword,
  });
  const sql = postgres(server.superuserUrl, { max: 2, onnotice: () => {} });
  const shopId = randomUUID();
  await sql`insert into shop (id, name, time_zone, locale, currency, units)
    values (${shopId}, 'Quillback Powder Coating', 'America/New_York', 'en-US', 'USD', 'imperial')`;
  await sql`insert into customer (shop_id, name, name_key)
    select ${shopId}, 'Customer ' || n, 'customer ' || n from generate_series(1, 300) n`;
  const store = openBackupStore(join(place, "store"), folder.secrets.backupKey);
  return {
    ...{ place, folder, server, appUrl, sql, shopId, store },
    /** Puts a file on the disk and a row that names it into the database; returns its key. */
    async addFile(bytes = randomBytes(50_000)) {
      const id = randomUUID();
      const key = `${shopId}/${id.slice(0, 2)}/${id}`;
      const path = join(folder.files, "kept", key);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
      await sql`insert into import_run
        (shop_id, kind, file_name, storage_key, signature, mapping, answers, state, counts, rows_in_all)
        values (${shopId}, 'customers', 'a.csv', ${key}, 'name', '{}', '{}', 'done', '{}', 1)`;
      return key;
    },
    async close() {
      await sql.end({ timeout: 1 });
      await server.release();
      rmSync(place, { recursive: true, force: true });
    },
  };
}
