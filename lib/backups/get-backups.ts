import "server-only";
import { stat } from "node:fs/promises";
import { authorize, type MemberContext } from "../context";
import { env } from "../env";
import { askedPlace } from "./ask-backup";
import { type BackupAlarm, type BackupStatus, backupAlarm } from "./backup-standing";
import { readBackupStatus } from "./read-status";

export type Backups =
  | { isOutside: true }
  | { isOutside: false; status: BackupStatus | null; alarm: BackupAlarm | null; isAsked: boolean };

/** How this deployment's backups stand, for an owner. A database server of the shop's own is backed up by its own tools. */
export async function getBackups(ctx: MemberContext): Promise<Backups> {
  authorize(ctx, "backups.run");
  if (env().COATYARD_DATABASE === "outside") return { isOutside: true };
  const status = await readBackupStatus();
  const isAsked = await stat(askedPlace()).then(
    () => true,
    () => false,
  );
  return { isOutside: false, status, alarm: backupAlarm(status, ctx.now), isAsked };
}
