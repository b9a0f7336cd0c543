import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { testDatabase } from "../testing/database";
import { openRealShop } from "../testing/real-shop";
import { askBackup } from "./ask-backup";
import { type BackupStatus, backupAlarm } from "./backup-standing";
import { getBackups } from "./get-backups";
import { readBackupStatus } from "./read-status";

testDatabase();

const now = new Date("2026-03-05T12:00:00Z");
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();
const good = {
  ...{ takenAt: ago(10), provenAt: ago(10), tables: 50, rows: 1000, files: 3, missing: 0, restoreSeconds: 2 },
};
const well: BackupStatus = {
  ...{ beatAt: ago(0), where: "/backups", isApart: true, running: null, good, keptUntil: ago(0), kept: [] },
};

test("backups that stand as they should raise no alarm", () => {
  expect(backupAlarm(well, now)).toBeNull();
});

test.each<[string, Partial<BackupStatus> | null, RegExp]>([
  ["there is none", null, /No backup yet/],
  ["their keeper is gone", { beatAt: ago(1) }, /Nothing is being backed up/],
  ["the last one failed", { failure: { at: ago(1), sentence: "The disk is full." } }, /failed/],
  ["the last proven one is old", { good: { ...good, takenAt: ago(40) } }, /is old/],
  ["the last minutes are not kept", { keptUntil: ago(0.5) }, /last minutes/],
  ["files are gone", { good: { ...good, missing: 2 } }, /2 files are gone/],
])("says so when %s", (_, changes, words) => {
  const alarm = backupAlarm(changes && { ...well, ...changes }, now);
  expect(`${alarm?.title} ${alarm?.what}`).toMatch(words);
});

test("only an owner sees and runs backups, and a shop with a server of its own is told so", async () => {
  const { owner, manager } = await openRealShop();
  await expect(getBackups(manager)).rejects.toMatchObject({ code: "forbidden" });
  await expect(askBackup(manager)).rejects.toMatchObject({ code: "forbidden" });
  expect(await getBackups(owner)).toEqual({ isOutside: true });
  await expect(askBackup(owner)).rejects.toMatchObject({ code: "conflict" });
});

test("reads what the keeper of backups wrote", async () => {
  const data = process.env.COATYARD_DATA as string;
  mkdirSync(data, { recursive: true });
  expect(await readBackupStatus()).toBeNull();
  writeFileSync(join(data, "backups.json"), JSON.stringify({ ...well, openedAt: ago(1) }));
  expect(await readBackupStatus()).toEqual(well);
});
