import "server-only";
import { createReadStream } from "node:fs";
import { mkdir, open, opendir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import type { Storage } from "./storage";

const keyPattern = /^[0-9a-f-]{36}\/[0-9a-f]{2}\/[0-9a-f-]{36}$/;

/** Keeps files in a folder: a file appears under its key whole and safe on the disk, or not at all. */
export function diskStorage(root: string): Storage {
  const pathOf = (key: string) => {
    if (!keyPattern.test(key)) throw new Error(`not a storage key: ${key}`);
    return join(root, "kept", key);
  };
  return {
    async put(key, path) {
      const to = pathOf(key);
      const firstMade = await mkdir(dirname(to), { recursive: true });
      await syncFile(path);
      await rename(path, to);
      await syncFolders(dirname(to), firstMade ? dirname(firstMade) : dirname(to));
    },
    async get(key) {
      const path = pathOf(key);
      const found = await stat(path).catch(absent);
      if (!found) return null;
      const body = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
      return { body, bytes: found.size };
    },
    read: (key) => readFile(pathOf(key)),
    remove: (key) => rm(pathOf(key), { force: true }),
    async *list() {
      const kept = join(root, "kept");
      if (!(await stat(kept).catch(absent))) return;
      for await (const entry of await opendir(kept, { recursive: true })) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        const key = path.slice(kept.length + 1).replaceAll("\\", "/");
        const found = await stat(path).catch(absent);
        if (found && keyPattern.test(key)) yield { key, putAt: found.mtime };
      }
    },
  };
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A new name is safe only once its folder is, and a new folder's name once the folder above it is. */
async function syncFolders(from: string, upTo: string): Promise<void> {
  if (process.platform === "win32") return;
  for (let folder = from; folder.length >= upTo.length; folder = dirname(folder)) {
    const handle = await open(folder, "r");
    await handle.sync().finally(() => handle.close());
  }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
