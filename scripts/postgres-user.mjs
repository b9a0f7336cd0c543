import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { installedPostgres } from "./postgres-binaries.mjs";

const SHARED_PLACE = "/var/lib/coatyard";

/**
 * Decides who runs PostgreSQL on this data folder, for it refuses to be root: `{ bin, prefix, identity, pg }` with the true path
 * of the database. Root runs it in place as a mapped user; where that is not to be had, as another user, with the programs and
 * the database moved to where that user can go when this place is closed to it.
 */
export function postgresUser(folder) {
  const native = installedPostgres();
  const here = { bin: join(native, "bin"), prefix: [], identity: {}, pg: folder.pg };
  if (process.platform === "win32" || process.getuid() !== 0) return here;
  const owner = statSync(folder.pg, { throwIfNoEntry: false })?.uid ?? 0;
  const mapping = owner === 0 ? mappedUser() : null;
  if (mapping) return { ...here, prefix: mapping };
  const user =
    owner === 0 ? spareUser() : (namedUsers().find(({ uid }) => uid === owner) ?? { uid: owner, gid: owner });
  return {
    bin: join(reachablePrograms(native, user), "bin"),
    prefix: [],
    identity: user,
    pg: reachableDatabase(folder, user, owner),
  };
}

/** Gives a file or a folder with all in it to the user who runs PostgreSQL. */
export function giveTo({ uid, gid }, path) {
  if (uid === undefined) return;
  lchownSync(path, uid, gid);
  if (statSync(path).isDirectory())
    for (const name of readdirSync(path)) giveTo({ uid, gid }, join(path, name));
}

function mappedUser() {
  const { uid } = spareUser();
  const prefix = ["unshare", `--map-user=${uid}`, `--map-group=${uid}`, "--"];
  const probe = spawnSync(prefix[0], [...prefix.slice(1), "true"], { stdio: "ignore" });
  return probe.status === 0 ? prefix : null;
}

function namedUsers() {
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  return lines
    .map((line) => line.split(":"))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

// initdb insists on a user that has a name.
function spareUser() {
  const users = namedUsers().filter(({ uid }) => uid > 0);
  const { uid, gid } = users.find(({ name }) => name === "nobody") ?? users[0] ?? { uid: 65534, gid: 65534 };
  return { uid, gid };
}

function reachablePrograms(native, user) {
  if (canPass(native, user)) return native;
  const version = JSON.parse(readFileSync(join(dirname(native), "package.json"), "utf8")).version;
  const copy = join(SHARED_PLACE, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  mkdirSync(SHARED_PLACE, { recursive: true, mode: 0o711 });
  cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
  chmodSync(`${copy}.new`, 0o755);
  renameSync(`${copy}.new`, copy);
  return copy;
}

function reachableDatabase(folder, user, owner) {
  const exists = existsSync(folder.pg);
  const now = exists ? realpathSync(folder.pg) : folder.pg;
  if (exists && owner !== 0 && canPass(now, user)) return now;
  if (canPass(dirname(folder.path), user)) {
    chmodSync(folder.path, 0o711);
    if (exists) giveTo(user, now);
    return now;
  }
  const name = createHash("sha256").update(folder.path).digest("hex").slice(0, 16);
  const place = join(SHARED_PLACE, name);
  mkdirSync(place, { recursive: true, mode: 0o711 });
  const pg = join(place, "pg");
  if (exists && !existsSync(pg)) {
    cpSync(now, `${pg}.moving`, { recursive: true, verbatimSymlinks: true });
    chmodSync(`${pg}.moving`, 0o700);
    giveTo(user, `${pg}.moving`);
    renameSync(`${pg}.moving`, pg);
    renameSync(folder.pg, `${folder.pg}.moved`);
    symlinkSync(pg, folder.pg);
    rmSync(`${folder.pg}.moved`, { recursive: true });
  }
  return pg;
}

function canPass(path, { uid }) {
  const { mode, uid: owner } = statSync(path);
  const mayEnter = (mode & (owner === uid ? 0o100 : 0o001)) !== 0;
  return mayEnter && (path === dirname(path) || canPass(dirname(path), { uid }));
}
