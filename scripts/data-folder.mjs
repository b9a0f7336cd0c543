import { randomBytes, randomInt } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { CannotStart, explain } from "./cannot-start.mjs";
import { finishRestore } from "./finish-restore.mjs";

const NEEDED_MB = { first: 300, again: 32 };

/**
 * Opens the folder that holds a shop's data, making what is missing: `pg/`, `files/`, `logs/` and `secrets.json`.
 * Refuses a folder that cannot be written, a full disk, and a database whose secrets are gone.
 */
export function openDataFolder(path) {
  const root = resolve(path);
  const folder = {
    path: root,
    pg: join(root, "pg"),
    files: join(root, "files"),
    logs: join(root, "logs"),
    at: (name) => join(root, name),
  };
  try {
    finishRestore(root);
    for (const each of [root, folder.files, folder.logs]) makeFolder(each);
    refuseFullDisk(folder);
    writeDurably(join(root, ".writable"), "");
    rmSync(join(root, ".writable"));
    return { ...folder, secrets: openSecrets(folder) };
  } catch (error) {
    throw explain(error, root);
  }
}

// Not mkdir's own recursion, which never ends where the system makes no folders, as in /proc.
function makeFolder(path) {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (error.code === "ENOENT")
      throw new CannotStart(`No folder can be made at ${path}: choose another one with COATYARD_DATA.`);
    if (error.code !== "EEXIST") throw error;
  }
}

/** Writes a file so that it is either the old or the new one after a crash, readable by its owner only; `onlyNew` leaves one that is there. */
export function writeDurably(path, text, { onlyNew = false } = {}) {
  const draft = `${path}.${process.pid}.new`;
  try {
    const file = openSync(draft, "w", 0o600);
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (onlyNew) linkSync(draft, path);
    else renameSync(draft, path);
  } catch (error) {
    if (!(onlyNew && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function refuseFullDisk(folder) {
  const { bavail, bsize } = statfsSync(folder.path);
  const freeMb = Math.floor((bavail * bsize) / 2 ** 20);
  const neededMb = existsSync(folder.pg) ? NEEDED_MB.again : NEEDED_MB.first;
  if (freeMb >= neededMb) return;
  throw new CannotStart(
    `The disk that holds ${folder.path} is full: ${freeMb} MB are free and ${neededMb} MB are needed.`,
  );
}

function openSecrets(folder) {
  const path = folder.at("secrets.json");
  if (!existsSync(path)) {
    if (existsSync(folder.pg))
      throw new CannotStart(
        `${path} is missing beside the database it belongs to: put it back from your backup and start again.`,
      );
    writeDurably(path, `${JSON.stringify(newSecrets(), null, 2)}\n`, { onlyNew: true });
  }
  const secrets = parse(path);
  const missing = Object.entries(newSecrets()).filter(([name]) => typeof secrets[name] !== "string");
  if (missing.length === 0) return secrets;
  const whole = { ...secrets, ...Object.fromEntries(missing) };
  writeDurably(path, `${JSON.stringify(whole, null, 2)}\n`);
  return whole;
}

function parse(path) {
  try {
    const secrets = JSON.parse(readFileSync(path, "utf8"));
    if (secrets !== null && typeof secrets === "object") return secrets;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new CannotStart(`${path} is damaged: put it back from your backup and start again.`);
}

function newSecrets() {
  const secret = () => randomBytes(32).toString("base64url");
  return {
    superuserPassword: secret(),
    ownerPassword: secret(),
    appPassword: secret(),
    authSecret: secret(),
    backupKey: secret(),
    auditKey: secret(),
    setupCode: Array.from({ length: 8 }, () => "ABCDEFGHJKMNPQRSTVWXYZ23456789"[randomInt(30)]).join(""),
  };
}
