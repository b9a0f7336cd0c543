import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { CannotStart } from "./cannot-start.mjs";
import { onOneConnection } from "./connect-postgres.mjs";
import { Damaged } from "./sealed-file.mjs";

const SLOT = "coatyard_backup";
const PIECE_BYTES = 2n ** 22n;

/** PostgreSQL writes a place in its log as two hexadecimal halves, 1/2A. */
export function readLsn(text) {
  const [high, low] = text.split("/");
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}
export const writeLsn = (lsn) =>
  `${(lsn >> 32n).toString(16)}/${(lsn & 0xffffffffn).toString(16)}`.toUpperCase();

/** The name of the log's file that holds a place. */
export function segmentName(timeline, lsn, segmentBytes) {
  const number = lsn / segmentBytes;
  const perHigh = 2n ** 32n / segmentBytes;
  const hex = (part) => part.toString(16).padStart(8, "0");
  return `${hex(BigInt(timeline))}${hex(number / perHigh)}${hex(number % perHigh)}`.toUpperCase();
}

/** Makes the server keep its log until `keepWal` has taken it, within the room that max_slot_wal_keep_size gives. */
export async function holdWal(sql) {
  const [slot] = await sql`select wal_status as status from pg_replication_slots where slot_name = ${SLOT}`;
  if (slot && slot.status !== "lost") return;
  if (slot) await sql`select pg_drop_replication_slot(${SLOT})`;
  await sql`select pg_create_physical_replication_slot(${SLOT}, true)`;
}

/** How far the database's log is safe on its disk. */
export async function flushedTo(sql) {
  const [{ lsn }] = await sql`select pg_current_wal_flush_lsn()::text as lsn`;
  return lsn;
}

/**
 * Takes what the database's log holds since the last time, up to what is safe on its disk, or to `upTo`, and lets the server drop it.
 * Returns where it came to, and `isGap` when what lay between was gone: then only a new copy of the database can be carried on. Those
 * who take at once, of whatever process, take in turn.
 *
 * @param {{ superuserUrl: string, pg: string, store: any, upTo?: string, now?: () => number }} told
 */
export function keepWal({ superuserUrl, pg, store, upTo, now = () => Date.now() }) {
  return onOneConnection(superuserUrl, async (sql) => {
    await sql`select pg_advisory_lock(hashtext(${SLOT}))`;
    return takeWal({ sql, pg, store, upTo: upTo ?? (await flushedTo(sql)), now });
  });
}

async function takeWal({ sql, pg, store, upTo, now }) {
  const [at] = await sql`
    select (select timeline_id from pg_control_checkpoint()) as timeline,
      (select setting::bigint from pg_settings where name = 'wal_segment_size')::text as segment`;
  const [slot] = await sql`
    select restart_lsn::text as lsn, wal_status as status from pg_replication_slots where slot_name = ${SLOT}`;
  const { timeline } = at;
  const segmentBytes = BigInt(at.segment);
  const end = readLsn(upTo);
  if (!slot?.lsn || slot.status === "lost") return { isGap: true, timeline, end };
  const when = now();
  const held = readLsn(slot.lsn);
  const kept = store.pieces().findLast((piece) => piece.timeline === timeline)?.to;
  if (kept > end)
    throw new CannotStart(
      "The database is older than its own backups: bring it back with npm run restore, or keep new backups in another folder (COATYARD_BACKUPS).",
    );
  const isGap = kept === undefined || !existsSync(segmentPath(pg, timeline, kept, segmentBytes));
  let from = isGap ? held - (held % segmentBytes) : kept;
  let bytes = 0;
  if (from < end) store.refuseFullDisk(Number(end - from));
  while (from < end) {
    const to = [from + PIECE_BYTES, from - (from % segmentBytes) + segmentBytes, end].reduce((a, b) =>
      a < b ? a : b,
    );
    const piece = readSegment(segmentPath(pg, timeline, from, segmentBytes), from % segmentBytes, to - from);
    await store.sealPiece({ timeline, from, to, at: when }, [gzipSync(piece, { level: 1 })]);
    bytes += piece.length;
    from = to;
  }
  await sql`select pg_replication_slot_advance(${SLOT}, ${writeLsn(end)}::pg_lsn)`.catch((error) => {
    // Its own place may be ahead of what is safe, and never goes back.
    if (error.code !== "22023" && error.code !== "55000") throw error;
  });
  return { isGap, timeline, end, bytes, at: when };
}

/** The pieces without a gap from the start of the file that holds `from`; throws when they do not reach `to`. */
export function piecesFrom(pieces, { timeline, from, to, segmentBytes }) {
  const chain = [];
  let at = from - (from % segmentBytes);
  for (const piece of pieces.filter((one) => one.timeline === timeline)) {
    if (piece.to <= at) continue;
    if (piece.from > at) break;
    chain.push({ ...piece, skip: at - piece.from });
    at = piece.to;
  }
  if (at < to) throw new Damaged(`the database's log is missing from ${writeLsn(at)}`);
  return chain;
}

/** The bytes of a piece; throws when they are not as many as its name says. */
export async function readPiece(store, piece) {
  const parts = [];
  for await (const part of store.readPiece(piece)) parts.push(part);
  const bytes = gunzipSync(Buffer.concat(parts));
  if (BigInt(bytes.length) !== piece.to - piece.from)
    throw new Damaged(`${piece.name} has another length than its name`);
  return bytes.subarray(Number(piece.skip ?? 0n));
}

const segmentPath = (pg, timeline, lsn, segmentBytes) =>
  join(pg, "pg_wal", segmentName(timeline, lsn, segmentBytes));

function readSegment(path, offset, length) {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(Number(length));
    const read = readSync(file, bytes, 0, bytes.length, Number(offset));
    if (read !== bytes.length) throw new Error(`${path} is shorter than the database says`);
    return bytes;
  } finally {
    closeSync(file);
  }
}
