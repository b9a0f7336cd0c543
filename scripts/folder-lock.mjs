import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { isAlive, pause, processStart } from "./live-process.mjs";

const HEARTBEAT_MS = 2_000;
const SILENT_MS = 10_000;

/**
 * Takes the lock file at `path` and returns `{ release }`, or `{ holder }` with the note of the live process that has it.
 * The lock of a killed process is taken over, and `isTakenOver` says so.
 *
 * @returns {Promise<{ holder?: any, isTakenOver?: boolean, release?: () => void }>}
 */
export async function takeLock(path, note = {}) {
  let isTakenOver = false;
  const mine = JSON.stringify({
    ...note,
    pid: process.pid,
    started: processStart(process.pid),
    host: hostname(),
  });
  const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    for (;;) {
      try {
        linkSync(draft, path);
        break;
      } catch (error) {
        if (error.code !== "EEXIST") throw error;
      }
      const found = read(path);
      if (found === null) continue;
      const holder = await liveHolder(path, found);
      if (holder) return { holder };
      setAside(path, found);
      isTakenOver = true;
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return { ...held(path, mine), isTakenOver };
}

/** Takes the lock at `path` as soon as it is free; null after `milliseconds`. */
export async function waitForLock(path, milliseconds) {
  const end = Date.now() + milliseconds;
  for (;;) {
    const lock = await takeLock(path);
    if (lock.release) return lock;
    if (Date.now() > end) return null;
    await pause(50);
  }
}

function held(path, mine) {
  const beat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      clearInterval(beat);
    }
  }, HEARTBEAT_MS);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      if (read(path) === mine) rmSync(path, { force: true });
    },
  };
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

async function liveHolder(path, text) {
  let holder;
  try {
    holder = JSON.parse(text);
  } catch {
    return null;
  }
  if (holder.host !== hostname()) return (await isBeating(path)) ? holder : null;
  return isAlive(holder.pid) && processStart(holder.pid) === holder.started ? holder : null;
}

// Another container on the same volume: its processes cannot be seen from here, only its heartbeat.
async function isBeating(path) {
  const beat = () => statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  const first = beat();
  for (let waited = 0; waited < SILENT_MS && Date.now() - first < SILENT_MS; waited += 250) {
    await pause(250);
    const now = beat();
    if (now === undefined) return false;
    if (now !== first) return true;
  }
  return false;
}

// Two processes may both find a dead holder: only what was judged dead is moved away, a fresh lock is put back.
function setAside(path, judged) {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === "ENOENT") return;
    throw error;
  }
  if (read(aside) !== judged) {
    try {
      linkSync(aside, path);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
  rmSync(aside, { force: true });
}
