import { existsSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CannotStart } from "./cannot-start.mjs";
import { isAlive, processName, until, workingFolder } from "./live-process.mjs";

const SETTLE_SECONDS = 120;

/** `{ pid, port }` of the server that runs on this cluster, or null; what a dead one left behind is cleared away. */
export async function runningServer(postgres) {
  const file = join(postgres.pg, "postmaster.pid");
  if (!existsSync(file)) return null;
  const [pidText, , , port, , , segment, state] = readFileSync(file, "utf8").split("\n");
  const pid = Number(pidText);
  if (isAlive(pid) && isOurs(pid, postgres.pg)) {
    if (state?.trim() === "ready") return { pid, port: Number(port) };
    const settled = await until(
      () => !isAlive(pid) || /\nready\s*$/.test(readOrEmpty(file)) || !existsSync(file),
      SETTLE_SECONDS * 1000,
    );
    if (settled) return runningServer(postgres);
    throw new CannotStart(
      `The database has been starting for ${SETTLE_SECONDS} seconds: look into ${postgres.pg}/log.`,
    );
  }
  await until(() => !isSegmentInUse(segment), 10_000);
  rmSync(file, { force: true });
  return null;
}

// After a restart of the machine the number of a dead server may belong to any process.
function isOurs(pid, pg) {
  const folder = workingFolder(pid);
  if (folder !== null) return folder === realpathSync(pg);
  const name = processName(pid);
  return name === null || name === "postgres";
}

// The server's children may outlive it for a moment; until they are gone a new one must not touch the files.
function isSegmentInUse(segment) {
  const id = segment?.trim().split(/\s+/)[1];
  const shared = readOrEmpty("/proc/sysvipc/shm")
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  return shared.some((fields) => fields[1] === id && Number(fields[6]) > 0);
}

/** A file's text, or nothing where there is no file. */
export function readOrEmpty(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
