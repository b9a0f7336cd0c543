import { z } from "zod";

const time = z.iso.datetime();

/** What the process that keeps backups writes into the data folder. */
export const backupStatus = z.object({
  beatAt: time,
  where: z.string(),
  /** Kept elsewhere than beside the data. */
  isApart: z.boolean().default(false),
  running: z.object({ since: time, step: z.string() }).nullable(),
  good: z
    .object({
      takenAt: time,
      provenAt: time,
      tables: z.number(),
      rows: z.number(),
      files: z.number(),
      missing: z.number(),
      restoreSeconds: z.number(),
    })
    .optional(),
  failure: z.object({ at: time, sentence: z.string() }).nullish(),
  nextAt: time.optional(),
  keptUntil: time.optional(),
  bytes: z.number().optional(),
  kept: z.array(z.object({ takenAt: time, isProven: z.boolean() })).default([]),
});
export type BackupStatus = z.output<typeof backupStatus>;

export type BackupAlarm = { tone: "late" | "risk"; title: string; what: string };

const minute = 60_000;
const hour = 60 * minute;

/** The worst thing about the backups, in words for the owner; null when they stand as they should. */
export function backupAlarm(status: BackupStatus | null, now: Date): BackupAlarm | null {
  const age = (at: string) => now.getTime() - Date.parse(at);
  if (!status)
    return {
      tone: "risk",
      title: "No backup yet",
      what: "The first one is made three minutes after the start. Coatyard keeps backups when it is started with npm start.",
    };
  if (age(status.beatAt) > 5 * minute)
    return {
      tone: "late",
      title: "Nothing is being backed up",
      what: "The process that keeps backups has not been heard of for a while. Start Coatyard again with npm start.",
    };
  if (status.failure)
    return {
      tone: "late",
      title: "The backup failed",
      what: `${status.failure.sentence} It is tried again.`,
    };
  if (status.good && age(status.good.takenAt) > 36 * hour)
    return {
      tone: "late",
      title: "The last proven backup is old",
      what: "No backup has proved good since. Run one now and see what it says.",
    };
  if (status.keptUntil && age(status.keptUntil) > 10 * minute)
    return {
      tone: "late",
      title: "The last minutes are not kept",
      what: "What happened lately would be lost with this machine's disk. Start Coatyard again with npm start.",
    };
  if (status.good && status.good.missing > 0)
    return {
      tone: "risk",
      title: `${status.good.missing} ${status.good.missing === 1 ? "file is" : "files are"} gone`,
      what: "Jobs or proofs name them and they are not on this machine's disk. An older backup may hold them.",
    };
  return null;
}
