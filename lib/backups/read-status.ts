import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "../env";
import { type BackupStatus, backupStatus } from "./backup-standing";

/** How the backups of this deployment stand, as their keeper last wrote it; null before it did. */
export async function readBackupStatus(): Promise<BackupStatus | null> {
  try {
    return backupStatus.parse(JSON.parse(await readFile(join(env().COATYARD_DATA, "backups.json"), "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
