import { fork } from "node:child_process";
import { setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { backupFolder } from "./backup-place.mjs";
import { pruneStore, timeOfId } from "./backup-rules.mjs";
import { openBackupStore } from "./backup-store.mjs";
import { CannotStart, explain } from "./cannot-start.mjs";
import { openDataFolder } from "./data-folder.mjs";
import { takeLock } from "./folder-lock.mjs";
import { filesOnDisk } from "./keep-files.mjs";
import { onParentGone } from "./live-process.mjs";
import { proveBackup, readAgain } from "./prove-backup.mjs";
import { removeCopy } from "./restored-copy.mjs";
import { Damaged } from "./sealed-file.mjs";
import { sumOfFile, takeBackup } from "./take-backup.mjs";

const own = fileURLToPath(import.meta.url);

/**
 * Takes a backup, proves it, reads the older ones again and lets go of what is damaged or what the rule does not keep; returns what it came to. Refuses
 * while another does the same.
 */
export async function makeBackup({ folder, superuserUrl, store, onStep = (_step) => {} }) {
  const lock = await takeLock(folder.at("backup.lock"));
  if (lock.holder) throw new CannotStart("Another backup is being made.");
  try {
    const id = await takeBackup({ folder, superuserUrl, store, onStep });
    const proof = await proveBackup({ store, id, scratch: scratchOf(folder), onStep });
    onStep("Reading older backups again");
    const damaged = [];
    for (const older of store.ids().filter((one) => one !== id)) {
      const known = await store.readProof(older).catch(() => null);
      if (!known || known.problems.length > 0) continue;
      const problems = await readAgain({ store, id: older });
      if (problems.length > 0) damaged.push({ id: older, problems });
    }
    const isGood = proof.problems.length === 0;
    if (!isGood || damaged.length > 0) await dropSpoiledFiles(store);
    // No longer proven, so the rule lets go of it as soon as a newer one is.
    for (const one of damaged) await store.sealProof(one.id, one);
    if (isGood) await pruneStore({ store, now: new Date(), filesOnDisk: filesOnDisk(folder.files) });
    const { missing } = await store.readManifest(id);
    const kept = await keptBackups(store);
    return { proof, damaged, kept, missing: missing.length, bytes: store.bytes() };
  } finally {
    lock.release();
  }
}

/** Lets go of copies that can no longer be read, so that the next backup takes them again from the shop. */
async function dropSpoiledFiles(store) {
  for (const key of store.fileKeys()) {
    try {
      await sumOfFile(store, key);
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      store.removeFile(key);
    }
  }
}

/** The backups there are, the newest first, and whether each proved good. */
async function keptBackups(store) {
  const kept = [];
  for (const id of store.ids().toReversed()) {
    const proof = await store.readProof(id);
    kept.push({
      takenAt: timeOfId(id).toISOString(),
      isProven: proof !== null && proof.problems.length === 0,
    });
  }
  return kept;
}

const scratchOf = (folder) => folder.at("proof.new");

/** Stops and removes the restored copy that a killed backup left behind. */
export async function sweepScratch(folder) {
  const lock = await takeLock(folder.at("backup.lock"));
  if (lock.holder) return;
  try {
    await removeCopy(scratchOf(folder));
  } finally {
    lock.release();
  }
}

/**
 * The same in a process of its own that yields to the shop's work and ends with this one.
 *
 * @returns {Promise<Awaited<ReturnType<typeof makeBackup>>>}
 */
export function makeBackupApart({ dataPath, backupsPath, superuserUrl, onStep, signal }) {
  return new Promise((resolve, reject) => {
    const child = fork(own, { signal, stdio: ["ignore", "inherit", "inherit", "ipc"], execArgv: [] });
    child.on("message", ({ step, made, failure }) => {
      if (step) onStep(step);
      if (made) resolve(made);
      if (failure) reject(Object.assign(new Error(failure.message), failure));
    });
    child.once("error", reject);
    child.once("exit", (code, killedBy) =>
      reject(new Error(`The backup was cut off (${killedBy ?? code}).`)),
    );
    child.send({ dataPath, backupsPath, superuserUrl });
  });
}

if (process.argv[1] === own && process.send) {
  onParentGone(() => process.exit(1));
  process.once("message", async ({ dataPath, backupsPath, superuserUrl }) => {
    try {
      setPriority(10);
      const folder = openDataFolder(dataPath);
      const store = openBackupStore(backupFolder({ dataPath, backupsPath }), folder.secrets.backupKey);
      const onStep = (step) => process.send({ step });
      const made = await makeBackup({ folder, superuserUrl, store, onStep });
      process.send({ made }, () => process.exit());
    } catch (error) {
      const { name, message, stack, code } = explain(error, dataPath);
      process.send({ failure: { name, message, stack, code } }, () => process.exit(1));
    }
  });
}
