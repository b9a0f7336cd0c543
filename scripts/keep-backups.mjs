import { existsSync, readFileSync, rmSync } from "node:fs";
import { backupFolder } from "./backup-place.mjs";
import { nextBackupAt, timeOfId } from "./backup-rules.mjs";
import { openBackupStore } from "./backup-store.mjs";
import { explain } from "./cannot-start.mjs";
import { isLost, onOneConnection } from "./connect-postgres.mjs";
import { writeDurably } from "./data-folder.mjs";
import { fileKeeper } from "./keep-files.mjs";
import { flushedTo, holdWal, keepWal } from "./keep-wal.mjs";
import { makeBackupApart, sweepScratch } from "./make-backup.mjs";

const LOOK_MS = 1_000;
const KEEP_MS = 60_000;
const RETRY_MS = 15 * 60_000;

/**
 * Keeps the built-in database and the files backed up for as long as Coatyard runs: what happened goes into the store every minute, a
 * whole backup is made and proven each night, and at once when `backup-asked` appears in the data folder. `backups.json` there says how
 * it stands. Returns a function that ends it.
 *
 * @param {{ folder: any, settings: any, superuserUrl: string, say: (line: string) => void, now?: () => Date, keepMs?: number }} told
 */
export async function keepBackups({
  folder,
  settings,
  superuserUrl,
  say,
  now = () => new Date(),
  keepMs = KEEP_MS,
}) {
  const { dataPath, backupsPath } = settings;
  const asked = folder.at("backup-asked");
  const statusFile = folder.at("backups.json");
  const openedAt = now();
  const ending = new AbortController();
  let status = {
    ...readStatus(statusFile),
    openedAt,
    running: null,
    where: backupFolder(settings),
    isApart: Boolean(backupsPath),
  };
  let [store, keepNewFiles, making, keptAt, retryAt, isGap] = [null, null, null, 0, 0, false];

  const tell = (changes) => {
    status = { ...status, ...changes, beatAt: now() };
    try {
      writeDurably(statusFile, `${JSON.stringify(status)}\n`);
    } catch (error) {
      if (error.code !== "ENOSPC" && error.code !== "EDQUOT") throw error;
    }
  };
  const fail = (error, isOfKeeping = false) => {
    const sentence = isLost(error) ? "The database stopped meanwhile." : explain(error, folder.path).message;
    if (status.failure?.sentence !== sentence) say(`The backup failed: ${sentence}`);
    tell({ running: null, failure: { at: now(), sentence, isOfKeeping } });
  };

  async function look() {
    const isAsked = existsSync(asked);
    // A clock that was set back is no reason to wait until it has caught up.
    const isDueToKeep = Math.abs(now().getTime() - keptAt) >= keepMs;
    if (!isAsked && !isDueToKeep) return;
    const [shop] = await onOneConnection(
      superuserUrl,
      (sql) => sql`select time_zone as "timeZone" from shop order by is_demo, created_at limit 1`,
    );
    if (!shop) return;
    store ??= openBackupStore(backupFolder(settings), folder.secrets.backupKey);
    keepNewFiles ??= fileKeeper({ filesPath: folder.files, store });
    if (isDueToKeep) await keep();
    if (making) return;
    const last = store.ids().findLast((id) => timeOfId(id) <= now());
    const nightly = nextBackupAt({ last: last && timeOfId(last), openedAt, timeZone: shop.timeZone });
    const due = Math.max(isGap && last ? 0 : nightly.getTime(), retryAt);
    if (isAsked || now().getTime() >= due)
      making = make(isAsked, shop.timeZone).finally(() => (making = null));
    else if (status.nextAt !== iso(due)) tell({ nextAt: iso(due) });
  }

  async function keep() {
    const until = now();
    keptAt = until.getTime();
    // A file is on the disk before a row names it, so that its copy is there before that row is.
    const upTo = await onOneConnection(superuserUrl, async (sql) => {
      await holdWal(sql);
      return flushedTo(sql);
    });
    await keepNewFiles();
    const came = await keepWal({ superuserUrl, pg: folder.pg, store, upTo });
    isGap ||= Boolean(came.isGap);
    tell({ keptUntil: until, ...(status.failure?.isOfKeeping && { failure: null }) });
  }

  async function make(isAsked, timeZone) {
    rmSync(asked, { force: true });
    const since = now();
    const hadGap = isGap;
    isGap = false;
    tell({ running: { since, step: "Beginning" } });
    try {
      const onStep = (step) => tell({ running: { since, step } });
      const made = await makeBackupApart({
        dataPath,
        backupsPath,
        superuserUrl,
        onStep,
        signal: ending.signal,
      });
      const wrong = wrongOf(made);
      retryAt = made.proof.problems.length > 0 ? now().getTime() + RETRY_MS : 0;
      const { proof, kept, missing, bytes } = made;
      const next = nextBackupAt({ last: since, openedAt, timeZone });
      const good = proof.problems.length === 0 && { good: { ...proof, takenAt: since, missing } };
      tell({
        running: null,
        bytes,
        kept,
        ...good,
        nextAt: next.toISOString(),
        failure: wrong && { at: now(), sentence: wrong },
      });
      if (wrong) say(`The backup failed: ${wrong}`);
      else if (isAsked) say("The backup is made and proven.");
    } catch (error) {
      retryAt = now().getTime() + RETRY_MS;
      isGap ||= hadGap;
      await sweepScratch(folder);
      if (!ending.signal.aborted) fail(error);
    }
  }

  await sweepScratch(folder);
  let timer;
  let looking = Promise.resolve();
  const again = () => {
    looking = look()
      .catch((error) => {
        if (!ending.signal.aborted) fail(error, true);
      })
      .finally(() => {
        if (!ending.signal.aborted) timer = setTimeout(again, LOOK_MS);
      });
  };
  again();
  return async () => {
    ending.abort();
    clearTimeout(timer);
    await looking;
    await making;
  };
}

const iso = (milliseconds) => new Date(milliseconds).toISOString();

function readStatus(path) {
  if (!existsSync(path)) return {};
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {};
  }
}

/** The worst that a finished backup has to say, or null. */
export function wrongOf({ proof, damaged }) {
  if (proof.problems.length > 0) return `the new backup did not prove good: ${proof.problems[0]}`;
  if (damaged.length > 0)
    return `the older backup ${damaged[0].id} was damaged and is let go of: ${damaged[0].problems[0]}`;
  return null;
}
