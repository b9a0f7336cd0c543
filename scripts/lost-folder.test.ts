import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBackedUpShop } from "../lib/testing/backed-up-shop";
import { isSoak } from "../lib/testing/rounds";
import { openBackupStore } from "./backup-store.mjs";
import { openDataFolder } from "./data-folder.mjs";
import { joinEmbeddedPostgres } from "./embedded-postgres.mjs";
import { restoreShop } from "./restore-shop.mjs";

const project = resolve(import.meta.dirname, "..");
/** The shop's own minute in a soak, and two seconds every day. */
const keepMs = isSoak ? 60_000 : 2_000;
const mostLostMs = isSoak ? 300_000 : keepMs + 8_000;
const mostRestoreMs = 600_000;
const patience = { timeout: keepMs * 4 + 60_000, interval: 50 };

let at: Awaited<ReturnType<typeof openBackedUpShop>>;
let keeper: ChildProcess;
beforeAll(async () => {
  at = await openBackedUpShop();
  await at.sql`create table note (n int primary key)`;
}, 120_000);
afterAll(async () => {
  keeper.kill("SIGKILL");
  mkdirSync(at.folder.path, { recursive: true });
  await at.close();
});

/** Keeps the backups in a process of its own, as the starter does. */
function keep(): ChildProcess {
  const program = `
    import { openDataFolder } from "${project}/scripts/data-folder.mjs";
    import { joinEmbeddedPostgres } from "${project}/scripts/embedded-postgres.mjs";
    import { keepBackups } from "${project}/scripts/keep-backups.mjs";
    const folder = openDataFolder(process.env.DATA);
    const { superuserUrl } = await joinEmbeddedPostgres(folder);
    const settings = { dataPath: folder.path, backupsPath: process.env.STORE };
    await keepBackups({ folder, settings, superuserUrl, say: console.log, keepMs: ${keepMs} });`;
  const env = { ...process.env, DATA: at.folder.path, STORE: at.store.path };
  return spawn(process.execPath, ["--input-type=module", "-e", program], {
    env,
    stdio: ["ignore", "inherit", "inherit"],
  });
}

const status = () => {
  const path = at.folder.at("backups.json");
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
};
const askForBackup = () => writeFileSync(at.folder.at("backup-asked"), "");

/** Writes without a pause until the database is gone, and remembers when each write was acknowledged. */
async function writeOn(acknowledged: Map<number, number>): Promise<void> {
  const sql = postgres(at.server.superuserUrl, { max: 1, onnotice: () => {} });
  try {
    for (let n = 1; ; n++) {
      await sql`insert into note values (${n})`;
      acknowledged.set(n, Date.now());
      await pause(5);
    }
  } catch {
    await sql.end({ timeout: 0 });
  }
}

test("SECURITY backup, RPO and RTO: with the data folder gone in the middle of a backup, what was acknowledged minutes before is in the backups alone", {
  timeout: keepMs * 12 + 240_000,
}, async () => {
  keeper = keep();
  askForBackup();
  await expect.poll(() => Boolean(status().good), patience).toBe(true);

  const acknowledged = new Map<number, number>();
  const writing = writeOn(acknowledged);
  const open = postgres(at.server.superuserUrl, { max: 1, onnotice: () => {} });
  // A backup counts in a moment in which nobody writes: until this is over, none is finished.
  const unfinished = open.begin(async (tx) => {
    await tx`insert into note values (-1)`;
    await new Promise(() => {});
  });
  unfinished.catch(() => {});
  askForBackup();
  await expect.poll(() => status().running?.step, patience).toBe("Counting what it holds");
  const file = await at.addFile();
  const added = Date.now();
  const keptUntil = () => Date.parse(status().keptUntil);
  await expect.poll(keptUntil, patience).toBeGreaterThan(added);
  const last = keptUntil();
  await expect.poll(keptUntil, patience).toBeGreaterThan(last);
  // As long after as can be before it keeps the next.
  await pause(keepMs * 0.9);
  // A backup gives up after a minute without a quiet moment.
  if (!isSoak) expect(status().running?.step).toBe("Counting what it holds");

  const postmaster = Number(readFileSync(join(at.folder.pg, "postmaster.pid"), "utf8").split("\n")[0]);
  const goneAt = Date.now();
  keeper.kill("SIGKILL");
  process.kill(postmaster, "SIGKILL");
  await writing;
  await open.end({ timeout: 0 });
  const { backupKey } = at.folder.secrets;
  rmSync(at.folder.path, { recursive: true, force: true, maxRetries: 20 });

  const dataPath = join(at.place, "again");
  const done = await restoreShop({ dataPath, store: openBackupStore(at.store.path, backupKey) });
  const server = await joinEmbeddedPostgres(openDataFolder(dataPath));
  const sql = postgres(server.superuserUrl, { max: 1, onnotice: () => {} });
  const kept = (await sql`select n from note order by n`).map(({ n }) => n);
  const restoredMs = Date.now() - goneAt;
  await sql.end();
  await server.release();

  const told = [...acknowledged.keys()];
  expect(kept).toEqual(told.slice(0, kept.length));
  const lostMs = goneAt - (acknowledged.get(told[kept.length] as number) ?? goneAt);
  console.log(
    `lost folder: ${told.length} writes acknowledged, the last ${lostMs / 1000} s of them lost; back after ${restoredMs / 1000} s`,
  );
  expect(lostMs).toBeLessThanOrEqual(mostLostMs);
  expect(restoredMs).toBeLessThanOrEqual(mostRestoreMs);
  expect(done).toMatchObject({ files: 1, missing: [], problems: [] });
  expect(existsSync(join(dataPath, "files", "kept", file))).toBe(true);
});
