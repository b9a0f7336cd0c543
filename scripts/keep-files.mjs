import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const settledMs = 5_000;

/**
 * Copies each file of a shop into the store once: a file never changes under its name. Returns a function that copies what is new
 * since its last call and tells how many; it only looks into folders that changed.
 */
export function fileKeeper({ filesPath, store }) {
  const kept = join(filesPath, "kept");
  const looked = new Map();
  return async function keepNewFiles() {
    let copied = 0;
    for (const folder of changedFolders(kept, looked)) {
      for (const name of readdirSync(join(kept, folder))) {
        const key = `${folder}/${name}`;
        if (store.hasFile(key)) continue;
        if (await keepFile(store, key, filesPath)) copied += 1;
      }
    }
    return copied;
  };
}

/** Every file that is on the disk under its name. */
export function filesOnDisk(filesPath) {
  const kept = join(filesPath, "kept");
  return foldersOf(kept).flatMap((folder) =>
    readdirSync(join(kept, folder)).map((name) => `${folder}/${name}`),
  );
}

// A folder that changed within the last seconds may change again in the same tick of its clock.
function changedFolders(kept, looked) {
  return foldersOf(kept).filter((folder) => {
    const changedAt = statSync(join(kept, folder)).mtimeMs;
    if (looked.get(folder) === changedAt) return false;
    if (Date.now() - changedAt > settledMs) looked.set(folder, changedAt);
    return true;
  });
}

function foldersOf(kept) {
  if (!existsSync(kept)) return [];
  return readdirSync(kept).flatMap((shop) => readdirSync(join(kept, shop)).map((part) => `${shop}/${part}`));
}

/** Copies one file into the store. False when it is not there: then nothing names it any more, or it was lost. */
export async function keepFile(store, key, filesPath) {
  const path = join(filesPath, "kept", key);
  try {
    store.refuseFullDisk(statSync(path).size);
    await store.sealFile(key, createReadStream(path));
    return true;
  } catch (error) {
    if (error.code === "ENOENT") return false;
    throw error;
  }
}
