import { createHash, hkdfSync } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { CannotStart } from "./cannot-start.mjs";
import { writeDurably } from "./data-folder.mjs";
import { readSealed, readSealedWhole, writeSealed } from "./sealed-file.mjs";

const ABANDONED_MS = 60 * 60 * 1000;
const idPattern = /^\d{8}T\d{6}Z$/;
const fileKeyPattern = /^[0-9a-f-]{36}\/[0-9a-f]{2}\/[0-9a-f-]{36}$/;

/**
 * Opens the folder that backups are kept in, making it when it is not there: `base/` holds copies of the database, `wal/` what
 * happened since, `files/` each file once. All of it is sealed with `backupKey`; a folder of another key is refused, and
 * with `isThere` one that holds no backups.
 */
export function openBackupStore(path, backupKey, { isThere = false } = {}) {
  const root = resolve(path);
  if (isThere && !existsSync(join(root, "coatyard-backups.json")))
    throw new CannotStart(`There are no backups in ${root}: name their folder with --from FOLDER.`);
  const key = Buffer.from(hkdfSync("sha256", backupKey, "", "coatyard backups", 32));
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const mark = join(root, "coatyard-backups.json");
  const keyMark = createHash("sha256").update(key).digest("hex").slice(0, 16);
  if (!existsSync(mark)) writeDurably(mark, `${JSON.stringify({ version: 1, keyMark })}\n`);
  if (JSON.parse(readFileSync(mark, "utf8")).keyMark !== keyMark)
    throw new CannotStart(
      `The backups in ${root} were made with another key: give the one that belongs to them with --key.`,
    );
  const at = (...names) => join(root, ...names);
  const baseAt = (id, name) => ({ path: at("base", id, name), name: `base/${id}/${name}`, key });
  return {
    path: root,
    at,
    freeBytes() {
      const { bavail, bsize } = statfsSync(root);
      return bavail * bsize;
    },
    /** Ids of the backups that are whole, oldest first. */
    ids: () =>
      namesIn(at("base"))
        .filter((id) => idPattern.test(id))
        .sort(),
    draft: (id) => at("base", `${id}.new`),
    sealBase: (id, source) =>
      writeSealed({ ...baseAt(id, "base.sealed"), path: at("base", `${id}.new`, "base.sealed"), source }),
    sealManifest: (id, manifest) =>
      writeSealed({
        ...baseAt(id, "manifest.sealed"),
        path: at("base", `${id}.new`, "manifest.sealed"),
        source: [Buffer.from(JSON.stringify(manifest))],
      }),
    readBase: (id) => readSealed(baseAt(id, "base.sealed")),
    readManifest: async (id) => JSON.parse(String(await readSealedWhole(baseAt(id, "manifest.sealed")))),
    sealProof: (id, proof) =>
      writeSealed({ ...baseAt(id, "proof.sealed"), source: [Buffer.from(JSON.stringify(proof))] }),
    /** What the proof of a backup found, or null when it was never proven. */
    readProof: async (id) =>
      existsSync(baseAt(id, "proof.sealed").path)
        ? JSON.parse(String(await readSealedWhole(baseAt(id, "proof.sealed"))))
        : null,
    removeBase: (id) => rmSync(at("base", id), { recursive: true, force: true }),
    /** Throws away what a killed backup left half made. */
    sweepDrafts() {
      for (const name of namesIn(at("base")).filter((one) => one.endsWith(".new")))
        rmSync(at("base", name), { recursive: true, force: true });
      for (const name of namesIn(root, { recursive: true }).filter((one) => one.endsWith(".new"))) {
        const { mtimeMs = Date.now() } = statSync(at(name), { throwIfNoEntry: false }) ?? {};
        if (Date.now() - mtimeMs > ABANDONED_MS) rmSync(at(name), { force: true });
      }
    },
    ...filesOf(at, key),
    ...walOf(at, key),
    bytes: () => bytesBelow(root),
  };
}

function filesOf(at, key) {
  const of = (file) => ({ path: at("files", `${file}.sealed`), name: `files/${file}`, key });
  return {
    hasFile: (file) => existsSync(of(file).path),
    sealFile: (file, source) => writeSealed({ ...of(file), source }),
    readFile: (file) => readSealed(of(file)),
    fileKeptAt: (file) => statSync(of(file).path, { throwIfNoEntry: false })?.mtimeMs ?? 0,
    removeFile: (file) => rmSync(of(file).path, { force: true }),
    fileKeys: () =>
      namesIn(at("files"), { recursive: true })
        .map((name) => name.replaceAll("\\", "/").replace(/\.sealed$/, ""))
        .filter((name) => fileKeyPattern.test(name)),
  };
}

const piecePattern = /^([0-9a-f]{8})-([0-9a-f]{16})-([0-9a-f]{16})-(\d+)\.sealed$/;

function walOf(at, key) {
  const of = (name) => ({ path: at("wal", name), name: `wal/${name}`, key });
  return {
    /** The pieces of the database's log in their order: which bytes of which timeline, and until when they tell. */
    pieces: () =>
      namesIn(at("wal"))
        .map((name) => piecePattern.exec(name))
        .filter((found) => found !== null)
        .map(([name, timeline, from, to, at]) => ({
          name,
          timeline: Number.parseInt(timeline, 16),
          from: BigInt(`0x${from}`),
          to: BigInt(`0x${to}`),
          at: Number(at),
        }))
        .sort((a, b) => a.timeline - b.timeline || Number(a.from - b.from)),
    sealPiece({ timeline, from, to, at: when }, source) {
      const hex = (number, length) => number.toString(16).padStart(length, "0");
      return writeSealed({
        ...of(`${hex(timeline, 8)}-${hex(from, 16)}-${hex(to, 16)}-${when}.sealed`),
        source,
      });
    },
    readPiece: ({ name }) => readSealed(of(name)),
    removePiece: ({ name }) => rmSync(of(name).path, { force: true }),
  };
}

function namesIn(path, options = {}) {
  return existsSync(path) ? readdirSync(path, { encoding: "utf8", ...options }) : [];
}

function bytesBelow(path) {
  let sum = 0;
  for (const name of namesIn(path, { recursive: true }))
    sum += statSync(join(path, name), { throwIfNoEntry: false })?.size ?? 0;
  return sum;
}
