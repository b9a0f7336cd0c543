import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { piecesFrom, readLsn, readPiece, segmentName } from "./keep-wal.mjs";
import { unpackFolder } from "./pack-folder.mjs";
import { startServer, stopServer } from "./postgres-cluster.mjs";
import { giveTo, postgresUser } from "./postgres-user.mjs";
import { readOrEmpty, runningServer } from "./running-postgres.mjs";

const REPLAY_SECONDS = 1_800;

/**
 * Makes a running database in `place` out of a backup: the copy, and its log up to `target`, a place of the log (`{ lsn }`), a moment
 * (`{ at }`) or all there is (`{}`). Nothing else is touched. `stop` stops it and leaves it ready to be used; with `isScratch` it is
 * only to be looked at, and not safe from a power cut.
 *
 * @param {{ store: any, manifest: any, place: string, target: { lsn?: string, at?: Date }, isScratch?: boolean,
 *   onStep?: (step: string) => void }} told
 */
export async function openRestoredCopy({
  store,
  manifest,
  place,
  target,
  isScratch = false,
  onStep = () => {},
}) {
  const folder = {
    path: place,
    pg: join(place, "pg"),
    secrets: JSON.parse(manifest.secrets),
    at: (name) => join(place, name),
  };
  await removeCopy(place);
  mkdirSync(folder.pg, { recursive: true, mode: 0o700 });
  onStep("Unpacking the database");
  await unpackFolder(store.readBase(manifest.id), folder.pg);
  remakeEmptyFolders(folder.pg);
  const reached = await unpackWal({ store, manifest, pg: folder.pg, target });
  if (!isScratch) passOverTimelines(store, manifest, folder.pg);
  const user = postgresUser(folder);
  giveTo(user.identity, user.pg);
  onStep("Starting the database");
  await recover(user, target, isScratch ? { fsync: "off" } : {});
  const server = await runningServer(user);
  const { superuserPassword } = folder.secrets;
  return {
    superuserUrl: `postgres://postgres:${superuserPassword}@127.0.0.1:${server.port}/coatyard`,
    toldUntil: reached.toldUntil,
    async stop() {
      const running = await runningServer(user);
      if (running) await stopServer(user, running.pid);
    },
  };
}

/** Removes a restored copy, stopping its server first when a killed process left one behind. */
export async function removeCopy(place) {
  const pg = join(place, "pg");
  if (existsSync(join(pg, "PG_VERSION"))) {
    const user = { pg: realpathSync(pg) };
    const running = await runningServer(user);
    if (running) process.kill(running.pid, "SIGKILL");
    await runningServer(user);
  }
  if (lstatSync(pg, { throwIfNoEntry: false })?.isSymbolicLink() && existsSync(pg))
    rmSync(realpathSync(pg), { recursive: true, force: true });
  rmSync(place, { recursive: true, force: true });
}

async function recover(user, { lsn, at }, more) {
  const aim = lsn
    ? { recovery_target_lsn: lsn, recovery_target_inclusive: "off" }
    : at && { recovery_target_time: at.toISOString().replace("T", " ").replace("Z", "+00") };
  const towards = aim && { ...aim, recovery_target_action: "promote" };
  const settings = {
    restore_command: "exit 1",
    recovery_target_timeline: "current",
    hot_standby: "off",
    ...towards,
    ...more,
  };
  writeFileSync(join(user.pg, "recovery.signal"), "", { mode: 0o600 });
  giveTo(user.identity, join(user.pg, "recovery.signal"));
  await startPast(user, settings, at);
}

/** A moment after the last change is no place in the log: then everything there is tells of it. */
async function startPast(user, settings, at) {
  try {
    return await startServer(user, settings, undefined, REPLAY_SECONDS);
  } catch (error) {
    const isPastTheEnd =
      at && /recovery ended before configured recovery target was reached/.test(recoveryLog(user.pg));
    if (!isPastTheEnd) throw error;
    const { recovery_target_time, recovery_target_action, ...rest } = settings;
    return startServer(user, rest, undefined, REPLAY_SECONDS);
  }
}

const recoveryLog = (pg) => {
  const log = join(pg, "log");
  const day = new Date().toISOString().slice(8, 10);
  return readOrEmpty(join(pg, "start.log")) + readOrEmpty(join(log, `postgres-${day}.log`));
};

/**
 * A restored shop goes on in a timeline of its own. The server takes the first that it knows no history of, which may be that of an
 * earlier restore, whose log lies in the store under the same places: it is told of all there are.
 */
function passOverTimelines(store, { timeline }, pg) {
  const newest = Math.max(timeline, ...store.pieces().map((piece) => piece.timeline));
  for (let known = timeline + 1; known <= newest; known++) {
    const name = `${known.toString(16).padStart(8, "0").toUpperCase()}.history`;
    writeFileSync(join(pg, "pg_wal", name), `${timeline}\t0/0\tanother restore\n`, { mode: 0o600 });
  }
}

// Folders that a server expects and a copy leaves out when they are empty of what it needs.
function remakeEmptyFolders(pg) {
  const expected = [
    "pg_wal",
    "pg_wal/archive_status",
    "pg_wal/summaries",
    "pg_replslot",
    "pg_dynshmem",
    "pg_notify",
    "pg_serial",
  ];
  const rest = [
    "pg_snapshots",
    "pg_stat_tmp",
    "pg_subtrans",
    "pg_tblspc",
    "pg_commit_ts",
    "pg_twophase",
    "pg_logical",
    "log",
  ];
  for (const name of [...expected, ...rest]) mkdirSync(join(pg, name), { recursive: true, mode: 0o700 });
  chmodSync(pg, 0o700);
}

/** Writes the log's files below the copy, up to what `target` needs; tells until when they tell. */
async function unpackWal({ store, manifest, pg, target }) {
  const segmentBytes = BigInt(manifest.segmentBytes);
  const { timeline } = manifest;
  const to = readLsn(target.lsn ?? manifest.point.lsn);
  const chain = piecesFrom(store.pieces(), { timeline, from: readLsn(manifest.startLsn), to, segmentBytes });
  const enough = chain.findIndex((piece) =>
    target.lsn ? piece.to > to : target.at ? piece.to > to && piece.at >= target.at.getTime() : false,
  );
  const used = enough < 0 ? chain : chain.slice(0, enough + 1);
  let open = null;
  for (const piece of used) {
    const bytes = await readPiece(store, piece);
    const from = piece.from + (piece.skip ?? 0n);
    const name = segmentName(timeline, from, segmentBytes);
    if (open?.name !== name) {
      finish(open, segmentBytes);
      open = { name, file: openSync(join(pg, "pg_wal", name), "w", 0o600), length: 0 };
    }
    for (let at = 0; at < bytes.length; )
      at += writeSync(open.file, bytes, at, bytes.length - at, open.length + at);
    open.length += bytes.length;
  }
  finish(open, segmentBytes);
  return { toldUntil: used.at(-1)?.at ?? null };
}

function finish(open, segmentBytes) {
  if (!open) return;
  // A log's file has its whole length; zeros end it.
  if (open.length < Number(segmentBytes))
    writeSync(open.file, Buffer.alloc(1), 0, 1, Number(segmentBytes) - 1);
  fsyncSync(open.file);
  closeSync(open.file);
}
