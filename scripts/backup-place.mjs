import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { CannotStart } from "./cannot-start.mjs";

/** Where backups are kept: COATYARD_BACKUPS, or beside the data. */
export const backupFolder = ({ dataPath, backupsPath }) => resolve(backupsPath || join(dataPath, "backups"));

/** The key of the backups that belong to a data folder; refuses where the folder has none. */
export function backupKeyOf(dataPath) {
  const path = join(dataPath, "secrets.json");
  const key = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).backupKey : undefined;
  if (key) return key;
  throw new CannotStart(`${path} holds no key for the backups: give it with --key KEY.`);
}
