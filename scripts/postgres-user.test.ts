import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runElsewhere } from "../lib/testing/run-elsewhere";
import { openDataFolder } from "./data-folder.mjs";
import { joinEmbeddedPostgres } from "./embedded-postgres.mjs";

const project = resolve(import.meta.dirname, "..");
const isRoot = process.getuid?.() === 0;

let place: string;
let cleanups: (() => unknown)[];

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "coatyard pöstgres "));
  cleanups = [() => rmSync(place, { recursive: true, force: true })];
});

afterEach(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

const serverPid = () => Number(readFileSync(join(place, "data/pg/postmaster.pid"), "utf8").split("\n")[0]);

const elsewhere = (body: string, options?: Parameters<typeof runElsewhere>[2]) =>
  runElsewhere(join(place, "data"), body, options);

describe("started by root", { timeout: 60_000 }, () => {
  const noMapping = { env: { PATH: "/nowhere" } };
  const report = "console.log((await sql`select count(*)::int as n from kept`)[0].n);";

  it("never runs as root", async () => {
    const server = await joinEmbeddedPostgres(openDataFolder(join(place, "data")));
    cleanups.push(server.release);
    const uids = readFileSync(`/proc/${serverPid()}/status`, "utf8");
    const [, seenFromHere] = /^Uid:\t(\d+)/m.exec(uids) ?? [];
    const inside = readFileSync(`/proc/${serverPid()}/uid_map`, "utf8").trim().split(/\s+/)[0];
    expect(seenFromHere === "0" ? inside : seenFromHere).not.toBe("0");
  });

  it("is handed to another user where none can be mapped, even from under a closed home, and back again", async () => {
    const made = await elsewhere("await sql`create table kept as select 1`;");
    expect(made.output).toBe("");
    const shared = "/var/lib/coatyard";
    const hadShared = existsSync(shared);
    cleanups.push(() => hadShared || rmSync(shared, { recursive: true, force: true }));
    const checkout = join(place, "home/checkout");
    mkdirSync(checkout, { recursive: true, mode: 0o700 });
    cpSync(join(project, "scripts"), join(checkout, "scripts"), { recursive: true });
    symlinkSync(join(project, "node_modules"), join(checkout, "node_modules"));
    const moved = await elsewhere(report, { ...noMapping, from: checkout });
    expect(moved).toEqual({ code: 0, output: "1\n" });
    const pg = join(place, "data/pg");
    if (isRoot) {
      expect(lstatSync(pg).isSymbolicLink()).toBe(true);
      cleanups.push(() => rmSync(dirname(readlinkSync(pg)), { recursive: true }));
      expect(statSync(pg).uid).not.toBe(0);
    } else expect(statSync(pg).uid).toBe(process.getuid?.());
    expect(await elsewhere(report)).toEqual({ code: 0, output: "1\n" });
  });
});
