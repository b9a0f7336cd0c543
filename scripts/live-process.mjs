import { readFileSync, readlinkSync } from "node:fs";

function stat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}

function parentOf(pid) {
  return Number(stat(pid)?.[1] ?? 0);
}

/** When a process began, in the kernel's ticks: tells a process from a later one with the same number. Empty where unknown. */
export function processStart(pid) {
  return stat(pid)?.[19] ?? "";
}

/** Says whether a process runs; a zombie that nobody has reaped does not. */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return process.platform !== "linux" || !["Z", "X", undefined].includes(stat(pid)?.[0]);
}

/** The folder a process works in, or null where the system does not tell. */
export function workingFolder(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

/** The name of a process's program, or null where the system does not tell. */
export function processName(pid) {
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim();
  } catch {
    return null;
  }
}

/**
 * Calls back once when the process that started this one is gone: its parent, and behind a shell (npm runs its scripts in one)
 * the parent of that. Does not keep this process alive.
 */
export function onParentGone(callback) {
  const parent = process.ppid;
  const grandparent = /^(sh|dash|bash|ash|busybox|zsh)$/.test(processName(parent) ?? "")
    ? parentOf(parent)
    : null;
  const watch = setInterval(() => {
    const isThere = process.ppid === parent && isAlive(parent);
    if (isThere && (grandparent === null || parentOf(parent) === grandparent)) return;
    clearInterval(watch);
    callback();
  }, 250);
  watch.unref();
}

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until `isDone()` holds; false after `milliseconds`. */
export async function until(isDone, milliseconds, step = 25) {
  const end = Date.now() + milliseconds;
  while (!(await isDone())) {
    if (Date.now() > end) return false;
    await pause(step);
  }
  return true;
}
