import { randomBytes } from "node:crypto";
import { createWriteStream, existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { brokenChains, headsOf } from "../lib/audit/chain.mjs";
import { CannotStart } from "./cannot-start.mjs";
import { connectPostgres } from "./connect-postgres.mjs";
import { writeDurably } from "./data-folder.mjs";
import { finishRestore, restoringNote, restoringPlace } from "./finish-restore.mjs";
import { takeLock } from "./folder-lock.mjs";
import { openRestoredCopy, removeCopy } from "./restored-copy.mjs";
import { Damaged } from "./sealed-file.mjs";
import { namedFiles, sumTables } from "./sum-tables.mjs";

/**
 * Brings a shop back from its backups into a data folder, all of it or nothing: what was there stays until the last moment and is kept
 * aside. Refuses while Coatyard runs on the folder, and to take the place of a shop unless `isReplacing`. A damaged backup is passed over
 * for the one before it.
 *
 * @param {{ dataPath: string, store: any, at?: Date, backupId?: string, isReplacing?: boolean, say?: (line: string) => void }} told
 */
export async function restoreShop({ dataPath, store, at, backupId, isReplacing = false, say = () => {} }) {
  const began = Date.now();
  mkdirSync(dataPath, { recursive: true, mode: 0o700 });
  const lock = await takeLock(join(dataPath, "start.lock"), { url: "a restore" });
  if (lock.holder) throw new CannotStart(`Coatyard runs on ${dataPath}: stop it first.`);
  try {
    finishRestore(dataPath);
    if (existsSync(join(dataPath, "pg")) && !isReplacing)
      throw new CannotStart(
        `There is a shop in ${dataPath} already: say --replace to put the backup in its place. It is kept aside.`,
      );
    const { manifest, copy } = await openNewest({
      store,
      at,
      backupId,
      place: restoringPlace(dataPath),
      say,
    });
    const found = await bringFiles({ store, manifest, copy, place: restoringPlace(dataPath), say });
    writeDurably(join(restoringPlace(dataPath), "secrets.json"), manifest.secrets);
    const id = `${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}-${randomBytes(2).toString("hex")}`;
    writeDurably(restoringNote(dataPath), JSON.stringify({ id }));
    const aside = finishRestore(dataPath);
    return { backupId: manifest.id, aside, ...found, seconds: (Date.now() - began) / 1000 };
  } catch (error) {
    if (!existsSync(restoringNote(dataPath))) await removeCopy(restoringPlace(dataPath));
    throw error;
  } finally {
    lock.release();
  }
}

/** The backups that lead to a moment, the best first. */
async function candidates(store, { at, backupId }) {
  const found = [];
  for (const id of store.ids().toReversed()) {
    if (backupId && id !== backupId) continue;
    const manifest = await store.readManifest(id).catch((error) => {
      if (error instanceof Damaged) return { id, damage: error.message };
      throw error;
    });
    if (manifest.damage || !at || new Date(manifest.point.at) <= at) found.push(manifest);
  }
  return found;
}

async function openNewest({ store, at, backupId, place, say }) {
  const possible = await candidates(store, { at, backupId });
  for (const manifest of possible) {
    say(`Restoring from the backup ${manifest.id}`);
    try {
      if (manifest.damage) throw new Damaged(manifest.damage);
      const target = at ? { at } : {};
      const copy = await openRestoredCopy({ store, manifest, place, target, onStep: say });
      return { manifest, copy };
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      say(`That backup is damaged (${error.message}): the one before it is tried.`);
      await removeCopy(place);
    }
  }
  const what = backupId
    ? `the backup ${backupId}`
    : at
      ? `no good backup from before ${at.toISOString()}`
      : "no good backup";
  throw new CannotStart(
    `There is ${what.replace(/^the/, "no")} in ${store.path}: npm run restore -- --list shows what is there.`,
  );
}

async function bringFiles({ store, manifest, copy, place, say }) {
  const sql = connectPostgres(copy.superuserUrl);
  let found;
  try {
    const tables = await sumTables(sql);
    const [newest] = await sql`select max(at) as at from event`;
    const keys = [...(await namedFiles(sql))];
    const problems = await brokenChains(sql, { key: manifest.auditKey, heads: [manifest.heads] });
    const heads = await headsOf(sql);
    say(`Copying ${keys.length.toLocaleString("en")} files`);
    // Those noted here may be of a later time than the shop now is.
    mkdirSync(join(place, "audit-heads"), { mode: 0o700 });
    for (const [shop, head] of Object.entries(heads))
      writeDurably(join(place, "audit-heads", `${shop}.json`), JSON.stringify(head));
    const missing = [];
    for (const key of keys)
      if (!(await bringFile(store, key, join(place, "files", "kept", key)))) missing.push(key);
    const rows = Object.values(tables).reduce((sum, one) => sum + one.rows, 0);
    found = {
      tables,
      rows,
      files: keys.length - missing.length,
      missing,
      problems,
      newestEventAt: newest.at,
    };
  } finally {
    await sql.end({ timeout: 5 });
    await copy.stop();
  }
  mkdirSync(join(place, "files"), { recursive: true, mode: 0o700 });
  return found;
}

/** False when there is no whole copy of the file: the rest of the shop comes back all the same. */
async function bringFile(store, key, path) {
  if (!store.hasFile(key)) return false;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    await pipeline(store.readFile(key), createWriteStream(path, { mode: 0o600, flush: true }));
    return true;
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    rmSync(path, { force: true });
    return false;
  }
}
