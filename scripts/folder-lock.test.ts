import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { takeLock, waitForLock } from "./folder-lock.mjs";
import { processStart } from "./live-process.mjs";

let place: string;
let path: string;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "coatyard-lock-"));
  path = join(place, "lock");
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const holding = `import { takeLock } from "${join(import.meta.dirname, "folder-lock.mjs")}"; await takeLock(process.argv[1], { url: "here" });`;

it("names the live process that has it", async () => {
  const child = spawn(process.execPath, [
    "--input-type=module",
    "-e",
    `${holding} console.log("held"); setInterval(() => {}, 1000);`,
    path,
  ]);
  await new Promise((done) => child.stdout.once("data", done));
  expect(await takeLock(path)).toEqual({ holder: expect.objectContaining({ url: "here", pid: child.pid }) });
  child.kill("SIGKILL");
  expect(await waitForLock(path, 5_000)).toMatchObject({ isTakenOver: true });
});

it("is taken over from a process that was killed, and is gone when released", async () => {
  spawnSync(process.execPath, [
    "--input-type=module",
    "-e",
    `${holding} process.kill(process.pid, "SIGKILL");`,
    path,
  ]);
  expect(existsSync(path)).toBe(true);
  const lock = await takeLock(path);
  expect(lock.isTakenOver).toBe(true);
  lock.release?.();
  expect(readdirSync(place)).toEqual([]);
});

it("is taken over from a dead process whose number somebody else has now", async () => {
  writeFileSync(path, JSON.stringify({ pid: process.pid, started: "1", host: hostname() }));
  expect((await takeLock(path)).isTakenOver).toBe(true);
});

it("goes to one of many that want it at once, whether it is free or stale", async () => {
  for (const isStale of [false, true]) {
    if (isStale) writeFileSync(path, JSON.stringify({ pid: 999_999_999, started: "1", host: hostname() }));
    const taken = await Promise.all(Array.from({ length: 20 }, () => takeLock(path)));
    const winners = taken.filter(({ release }) => release);
    expect(winners).toHaveLength(1);
    for (const { holder } of taken) if (holder) expect(holder.started).toBe(processStart(process.pid));
    winners[0]?.release?.();
  }
});

it("of another machine holds as long as its heart beats, and no longer", async () => {
  writeFileSync(path, JSON.stringify({ pid: 1, started: "1", host: "another" }));
  const beat = setInterval(() => utimesSync(path, new Date(), new Date()), 50);
  expect((await takeLock(path)).holder).toMatchObject({ host: "another" });
  clearInterval(beat);
  utimesSync(path, new Date(0), new Date(0));
  expect((await takeLock(path)).isTakenOver).toBe(true);
});

it("is a damaged file when a machine lost power while writing it, and is taken over", async () => {
  writeFileSync(path, "{");
  expect((await takeLock(path)).isTakenOver).toBe(true);
});
