import { readLsn } from "./keep-wal.mjs";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const NIGHT = 2;

/** Any moment of these days can be restored; before them, the backups that are kept. */
export const WINDOW_MS = 7 * DAY;

export const timeOfId = (id) =>
  new Date(id.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));

/**
 * When the next backup is due: three minutes after a shop is first seen, for until then nothing of it is kept, then each night at two by the shop's own clock. A machine that
 * was off at two is due at once.
 */
export function nextBackupAt({ last, openedAt, timeZone }) {
  if (!last) return new Date(openedAt.getTime() + 3 * 60 * 1000);
  const hour = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "numeric", hourCycle: "h23" });
  const quarter = 15 * 60 * 1000;
  let at = Math.ceil((last.getTime() + HOUR) / quarter) * quarter;
  while (Number(hour.format(at)) !== NIGHT) at += quarter;
  return new Date(at);
}

/** Which of the proven backups stay: the newest three, then one a day for a week, one a week for a month, one a month for half a year. */
export function keptIds(ids, now) {
  const newest = ids.toSorted().toReversed();
  const kept = new Set(newest.slice(0, 3));
  const spans = [
    { days: 1, count: 7 },
    { days: 7, count: 5 },
    { days: 30, count: 6 },
  ];
  for (const { days, count } of spans) {
    for (let span = 0; span < count; span++) {
      const within = newest.filter((id) => {
        const age = now.getTime() - timeOfId(id).getTime();
        return age >= span * days * DAY && age < (span + 1) * days * DAY;
      });
      // The oldest of a span, so that it grows old enough for the next.
      if (within.length > 0) kept.add(within.at(-1));
    }
  }
  return ids.filter((id) => kept.has(id));
}

/**
 * Lets go of what the rule does not keep: never the newest proven backup, nor a byte that a kept one needs, nor the log of the last
 * days. Returns the ids that went.
 */
export async function pruneStore({ store, now, filesOnDisk }) {
  const proven = [];
  const rest = [];
  for (const id of store.ids()) {
    const proof = await store.readProof(id).catch(() => null);
    (proof && proof.problems.length === 0 ? proven : rest).push(id);
  }
  const kept = keptIds(proven, now);
  const newest = proven.at(-1) ?? "";
  const gone = [...proven.filter((id) => !kept.includes(id)), ...rest.filter((id) => id < newest)];
  for (const id of gone) store.removeBase(id);
  const manifests = [];
  for (const id of store.ids()) manifests.push(await store.readManifest(id));
  prunePieces(store, manifests, now);
  pruneFiles(store, manifests, filesOnDisk, now);
  return gone;
}

function prunePieces(store, manifests, now) {
  const isNeeded = (piece, { id, timeline, segmentBytes, startLsn, point }) => {
    if (piece.timeline !== timeline) return false;
    const start = readLsn(startLsn);
    if (piece.to <= start - (start % BigInt(segmentBytes))) return false;
    return now.getTime() - timeOfId(id).getTime() < WINDOW_MS || piece.from <= readLsn(point.lsn);
  };
  for (const piece of store.pieces()) {
    const isFresh = now.getTime() - piece.at < DAY;
    if (!isFresh && !manifests.some((one) => isNeeded(piece, one))) store.removePiece(piece);
  }
}

function pruneFiles(store, manifests, filesOnDisk, now) {
  const named = new Set(filesOnDisk);
  for (const { files } of manifests) for (const [key] of files) named.add(key);
  for (const key of store.fileKeys()) {
    const isFresh = now.getTime() - store.fileKeptAt(key) < WINDOW_MS;
    if (!isFresh && !named.has(key)) store.removeFile(key);
  }
}
