import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runElsewhere } from "../lib/testing/run-elsewhere";
import { openDataFolder } from "./data-folder.mjs";
import { joinEmbeddedPostgres } from "./embedded-postgres.mjs";
import { isAlive, until } from "./live-process.mjs";

let place: string;
let cleanups: (() => unknown)[];

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "coatyard pöstgres "));
  cleanups = [() => rmSync(place, { recursive: true, force: true })];
});

afterEach(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

async function joinServer() {
  const folder = openDataFolder(join(place, "data"));
  const server = await joinEmbeddedPostgres(folder);
  cleanups.push(server.release);
  const sql = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
  cleanups.push(() => sql.end({ timeout: 1 }));
  return { folder, server, sql };
}

const serverPid = () => Number(readFileSync(join(place, "data/pg/postmaster.pid"), "utf8").split("\n")[0]);

const elsewhere = (body: string, options?: Parameters<typeof runElsewhere>[2]) =>
  runElsewhere(join(place, "data"), body, options);

describe("the built-in PostgreSQL", { timeout: 60_000 }, () => {
  it("asks everyone for a password, on this machine's own address alone, and its owner is no superuser", async () => {
    const { server, sql } = await joinServer();
    const [facts] = await sql`
      select current_setting('listen_addresses') as addresses,
        (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as "isUnbound"`;
    expect(facts).toEqual({ addresses: "127.0.0.1", isUnbound: false });
    expect(readFileSync(join(place, "data/pg/coatyard.conf"), "utf8")).toContain(
      "unix_socket_directories = ''",
    );
    expect(readFileSync(join(place, "data/pg/pg_hba.conf"), "utf8")).not.toMatch(/^[^#].*trust/m);
    const stranger = postgres(server.ownerUrl.replace(/:[^:@]+@/, ":guess@"), { max: 1 });
    await expect(stranger`select 1`).rejects.toMatchObject({ code: "28P01" });
    expect(statSync(join(place, "data/secrets.json")).mode & 0o777).toBe(0o600);
  });

  it("lives on when its process is killed, and the next one uses it as it is", async () => {
    const killed = await elsewhere(
      "await sql`create table kept as select 7 as n`; process.kill(process.pid, 'SIGKILL');",
    );
    expect(killed.code).toBe("SIGKILL");
    const before = serverPid();
    const { server, sql } = await joinServer();
    expect(serverPid()).toBe(before);
    expect(server.isFirstUser).toBe(true);
    expect(await sql`select n from kept`).toEqual([{ n: 7 }]);
  });

  it("is started again on the same address when it is killed, with every acknowledged row", async () => {
    const { server, sql } = await joinServer();
    const told: string[] = [];
    server.watch((line: string) => told.push(line));
    await sql`create table ledger (n int)`;
    for (let n = 0; n < 20; n++) await sql`insert into ledger values (${n})`;
    process.kill(serverPid(), "SIGKILL");
    const count = () =>
      sql`select count(*)::int as n from ledger`.then(
        ([row]) => row?.n,
        () => null,
      );
    expect(await until(async () => told.length > 0 && (await count()) === 20, 15_000)).toBe(true);
    expect(told).toEqual(["The database stopped unexpectedly and was started again."]);
  });

  it("is shared by processes that start at once on a new folder, and stops with the last", async () => {
    const both = await Promise.all(
      [1, 2].map((n) =>
        elsewhere(`await sql\`select 1\`; console.log(server.ownerUrl); await pause(${n} * 300);`),
      ),
    );
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both[0]?.output).toBe(both[1]?.output);
    expect(existsSync(join(place, "data/pg/postmaster.pid"))).toBe(false);
  });

  it("takes another port when somebody has the remembered one", async () => {
    await elsewhere("");
    const port = Number(
      /port = '(\d+)'/.exec(readFileSync(join(place, "data/pg/coatyard.conf"), "utf8"))?.[1],
    );
    const other = createServer().listen(port, "127.0.0.1");
    cleanups.push(() => other.close());
    const { server, sql } = await joinServer();
    expect(new URL(server.ownerUrl).port).not.toBe(String(port));
    expect(await sql`select 1 as n`).toEqual([{ n: 1 }]);
  });

  it("throws away what a killed first start left half made", async () => {
    mkdirSync(join(place, "data/pg.new/base"), { recursive: true });
    writeFileSync(join(place, "data/pg.new/PG_VERSION"), "18\n");
    const { sql } = await joinServer();
    expect(await sql`select 1 as n`).toEqual([{ n: 1 }]);
  });

  it("is not misled by a dead server's number that now belongs to somebody else", async () => {
    await elsewhere("");
    writeFileSync(
      join(place, "data/pg/postmaster.pid"),
      `${process.pid}\n${place}/data/pg\n0\n1\n\n127.0.0.1\n0 0\nready   \n`,
    );
    const { sql } = await joinServer();
    expect(await sql`select 1 as n`).toEqual([{ n: 1 }]);
  });

  it("is not misled by a zombie that nobody has reaped", async () => {
    await elsewhere("");
    const keeper = spawn("sh", ["-c", "sh -c 'echo $$' & exec sleep 60"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    cleanups.push(() => keeper.kill("SIGKILL"));
    const zombie = Number(
      await new Promise((done) => keeper.stdout.once("data", (data) => done(String(data)))),
    );
    await until(() => !isAlive(zombie), 5_000);
    writeFileSync(
      join(place, "data/pg/postmaster.pid"),
      `${zombie}\n${place}/data/pg\n0\n1\n\n127.0.0.1\n0 0\nready   \n`,
    );
    const { sql } = await joinServer();
    expect(await sql`select 1 as n`).toEqual([{ n: 1 }]);
  });

  it("refuses secrets that belong to another database", async () => {
    await elsewhere("");
    const path = join(place, "data/secrets.json");
    writeFileSync(path, readFileSync(path, "utf8").replace(/("superuserPassword": ")[^"]+/, "$1another"));
    await expect(joinEmbeddedPostgres(openDataFolder(join(place, "data")))).rejects.toThrow(
      /put both back from the same backup/,
    );
    expect(existsSync(join(place, "data/pg/postmaster.pid"))).toBe(false);
  });
});
