import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { headsOf } from "../lib/audit/chain.mjs";
import { connectPostgres, onOneConnection } from "./connect-postgres.mjs";
import { fileKeeper, keepFile } from "./keep-files.mjs";
import { holdWal, keepWal, piecesFrom, readLsn } from "./keep-wal.mjs";
import { packFolder } from "./pack-folder.mjs";
import { Damaged, syncFolder } from "./sealed-file.mjs";
import { atOnePlace, namedFiles, sumTables } from "./sum-tables.mjs";

// What a server that starts from a copy makes anew, or must not find.
const skipped =
  /^(postmaster\.(pid|opts)|start\.log|coatyard\.conf\.new|log\/.*|pg_(wal|replslot|dynshmem|notify|serial|snapshots|stat_tmp|subtrans)\/.*|(.*\/)?pgsql_tmp.*|(.*\/)?pg_internal\.init(\.\d+)?)$/;

/**
 * Copies the built-in database and the files into the store while the shop goes on, with what a proof will compare: rows and sums
 * of every table at one place of the log. Half of it is never a backup: it gets its name last. Returns its id.
 *
 * @param {{ folder: any, superuserUrl: string, store: any, onStep?: (step: string) => void, now?: Date }} told
 */
export async function takeBackup({ folder, superuserUrl, store, onStep = () => {}, now = new Date() }) {
  const id = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const sql = connectPostgres(superuserUrl, { idle_timeout: null });
  try {
    store.sweepDrafts();
    await refuseFullDisk(sql, store);
    await holdWal(sql);
    mkdirSync(store.draft(id), { recursive: true, mode: 0o700 });
    const keepNewFiles = fileKeeper({ filesPath: folder.files, store });
    onStep("Copying files");
    await keepNewFiles();
    onStep("Copying the database");
    const base = await copyDatabase({ superuserUrl, pg: folder.pg, store, id, label: `coatyard ${id}` });
    await keepNewFiles();
    onStep("Counting what it holds");
    const point = await atOnePlace({ sql, superuserUrl }, async (tx) => ({
      tables: await sumTables(tx),
      files: [...(await namedFiles(tx))],
      heads: await headsOf(tx),
    }));
    // So that the log goes on past that place, and a copy can be brought exactly to it.
    await sql`select pg_logical_emit_message(false, 'coatyard', ${id}::text, true)`;
    await keepWal({ superuserUrl, pg: folder.pg, store });
    const manifest = {
      version: 1,
      id,
      ...base,
      point: { lsn: point.lsn, at: point.at.toISOString() },
      tables: point.read.tables,
      heads: point.read.heads,
      ...(await describeFiles(store, point.read.files, folder.files)),
      auditKey: process.env.AUDIT_KEY || folder.secrets.auditKey,
      secrets: readFileSync(folder.at("secrets.json"), "utf8"),
    };
    piecesFrom(store.pieces(), reachOf(manifest));
    manifest.isCarriedOn = await isCarriedOn(store, manifest);
    await store.sealManifest(id, manifest);
    renameSync(store.draft(id), store.at("base", id));
    syncFolder(store.at("base"));
    return id;
  } catch (error) {
    rmSync(store.draft(id), { recursive: true, force: true });
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** From where to where the database's log is needed, to bring a copy to the place it was counted at. */
export function reachOf({ timeline, segmentBytes, startLsn, point }) {
  return { timeline, segmentBytes: BigInt(segmentBytes), from: readLsn(startLsn), to: readLsn(point.lsn) };
}

/** Whether the log goes on from the last backup to this one, so that each moment between them can be restored. */
async function isCarriedOn(store, { point }) {
  const last = store.ids().at(-1);
  if (!last) return false;
  try {
    piecesFrom(store.pieces(), reachOf({ ...(await store.readManifest(last)), point }));
    return true;
  } catch (error) {
    if (error instanceof Damaged) return false;
    throw error;
  }
}

function copyDatabase({ superuserUrl, pg, store, id, label }) {
  return onOneConnection(superuserUrl, async (sql) => {
    const [{ lsn: startLsn }] = await sql`select pg_backup_start(${label}, true)::text as lsn`;
    let stopLsn;
    const packed = packFolder(pg, {
      skip: (path) => skipped.test(path),
      extras: async () => {
        const [done] = await sql`select lsn::text, labelfile from pg_backup_stop(false)`;
        stopLsn = done.lsn;
        return { backup_label: done.labelfile };
      },
    });
    const { bytes, storedBytes, sha256 } = await store.sealBase(id, packed);
    const [facts] = await sql`
      select system_identifier::text as system, current_setting('server_version_num')::int as postgres,
        (select timeline_id from pg_control_checkpoint()) as timeline,
        (select setting from pg_settings where name = 'wal_segment_size') as "segmentBytes"
      from pg_control_system()`;
    return { ...facts, startLsn, stopLsn, base: { bytes, storedBytes, sha256 } };
  });
}

/** Each file that the database names, with the length and sum its copy has; what the last backup knows of is not read again. */
async function describeFiles(store, keys, filesPath) {
  const last = store.ids().at(-1);
  const known = new Map((last ? (await store.readManifest(last)).files : []).map((one) => [one[0], one]));
  const [files, missing] = [[], []];
  for (const key of keys.sort()) {
    const found = known.get(key) ?? (await describeFile(store, key, filesPath));
    if (found && store.hasFile(key)) files.push(found);
    else missing.push(key);
  }
  return { files, missing };
}

/** A copy that can no longer be read is taken again; null when the file is gone. */
async function describeFile(store, key, filesPath) {
  try {
    if (store.hasFile(key)) return [key, ...(await sumOfFile(store, key))];
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    store.removeFile(key);
  }
  return (await keepFile(store, key, filesPath)) ? [key, ...(await sumOfFile(store, key))] : null;
}

/** Length and sum of a kept file; throws when it is damaged. */
export async function sumOfFile(store, key) {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const part of store.readFile(key)) {
    hash.update(part);
    bytes += part.length;
  }
  return [bytes, hash.digest("hex")];
}

async function refuseFullDisk(sql, store) {
  const [{ bytes }] = await sql`select sum(pg_database_size(oid))::text as bytes from pg_database`;
  // The copy, and the restored one that proves it.
  store.refuseFullDisk(Number(bytes) * 1.5);
}
