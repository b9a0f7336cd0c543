import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openLog } from "./log-file.mjs";

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "coatyard-log-"));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

it("keeps the newest lines and never more than two files of about ten megabytes", () => {
  const path = join(place, "app.log");
  const megabyte = Buffer.alloc(2 ** 20, "x");
  for (let n = 0; n < 35; n++) openLog(path).write(megabyte);
  openLog(path).write("the last line\n");
  expect(readdirSync(place).sort()).toEqual(["app.log", "app.log.1"]);
  for (const name of readdirSync(place)) expect(statSync(join(place, name)).size).toBeLessThan(12 * 2 ** 20);
  expect(readFileSync(path, "utf8").endsWith("the last line\n")).toBe(true);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});
