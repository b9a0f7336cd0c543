import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { expect, test } from "vitest";
import { freePort } from "./app-process.mjs";
import { runPostgres } from "./postgres-binaries.mjs";
import { giveTo, postgresUser } from "./postgres-user.mjs";
import { prepareDatabase } from "./prepare-database.mjs";
import { sumTables } from "./sum-tables.mjs";

const guide = readFileSync("docs/operating.md", "utf8");

/** The commands that the guide gives under a mark. */
function commands(mark: string): string {
  return new RegExp(`<!-- ${mark} -->\n\`\`\`\n([^\`]+)\`\`\``).exec(guide)?.[1] ?? "";
}

/** The programs of a PostgreSQL server on this machine, 15 or later, as Debian lays them out. */
function findTools(): string | undefined {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root) ? readdirSync(root).filter((name) => Number(name) >= 15) : [];
  const bins = versions.sort().map((version) => join(root, version, "bin"));
  const needed = ["initdb", "pg_ctl", "pg_dump", "pg_restore", "psql"];
  if (spawnSync("gpg", ["--version"]).status !== 0) return undefined;
  return bins.findLast((bin) => needed.every((one) => existsSync(join(bin, one))));
}

const bin = findTools();
const how = bin
  ? `with the tools in ${bin}`
  : "as commands alone: this machine has no PostgreSQL tools or no gpg";

test(`the guide's commands for a server of one's own bring a shop back whole, ${how}`, async () => {
  expect(commands("backup-role")).toMatch(/bypassrls/);
  expect(commands("backup-outside")).toMatch(/^umask 077\npg_dump .*\ntar .*\ngpg .*\nrm /);
  expect(commands("restore-outside")).toMatch(/^umask 077\ngpg .*\ntar .*\npsql .*\npg_restore .*\nrm /);
  if (!bin) return;
  const place = mkdtempSync(join(tmpdir(), "coatyard-outside-"));
  const server = await openServer(place, bin);
  try {
    const data = (name: string) => join(place, name);
    await server.sql.unsafe("create role coatyard login createrole");
    for (const name of ["old", "new"]) {
      mkdirSync(data(name));
      await server.sql.unsafe(`create database ${name} owner coatyard`);
    }
    await prepareDatabase({ ownerUrl: server.url("old", "coatyard") });
    await server.on("old", fillShop);
    for (const folder of ["files", "audit-heads"]) mkdirSync(join(data("old"), folder));
    writeFileSync(join(data("old"), "files/photo"), "bytes");
    writeFileSync(join(data("old"), "secrets.json"), "{}");
    writeFileSync(join(place, "key"), "a passphrase kept elsewhere");

    const run = (mark: string, name: string) => {
      const env = {
        NODE_ENV: process.env.NODE_ENV,
        PATH: `${bin}:${process.env.PATH}`,
        HOME: place,
        SUPERUSER_URL: server.url("postgres"),
        BACKUP_URL: server.url(name, "coatyard_backup"),
        BACKUP_KEY: "key",
        DATABASE_URL: server.url(name, "coatyard"),
        COATYARD_DATA: data(name),
      };
      const done = spawnSync("sh", ["-ec", commands(mark)], { cwd: place, env, encoding: "utf8" });
      expect(done.status, done.stderr).toBe(0);
    };
    run("backup-role", "old");
    run("backup-outside", "old");
    const kept = readFileSync(join(place, "coatyard.tar.gpg"));
    expect(kept.includes("bytes") || kept.includes("PGDMP")).toBe(false);
    expect(readdirSync(place)).not.toContain("coatyard.tar");
    const before = await server.on("old", sumTables);
    await server.sql.unsafe("drop database old");
    run("restore-outside", "new");
    expect(await server.on("new", sumTables)).toEqual(before);
    expect(before["public.customer"]?.rows).toBe(300);
    expect(readFileSync(join(data("new"), "files/photo"), "utf8")).toBe("bytes");
    const { shops } = await prepareDatabase({ ownerUrl: server.url("new", "coatyard") });
    expect(shops).toBe(1);
  } finally {
    spawnSync("gpgconf", ["--kill", "all"], { env: { ...process.env, HOME: place } });
    await server.stop();
    rmSync(place, { recursive: true, force: true });
  }
}, 90_000);

async function openServer(place: string, programs: string) {
  const folder = { path: place, pg: join(place, "pg") };
  const user = { ...postgresUser(folder), bin: programs };
  mkdirSync(user.pg, { mode: 0o700 });
  giveTo(user.identity as { uid: number; gid: number }, user.pg);
  const port = await freePort();
  const options = `-p ${port} -h 127.0.0.1 -c unix_socket_directories= -c fsync=off`;
  const args = ["-D", user.pg, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C"];
  expect((await runPostgres(user, "initdb", args)).status).toBe(0);
  const control = (...rest: string[]) =>
    runPostgres(user, "pg_ctl", ["-D", user.pg, "-w", ...rest], { isSilent: true });
  expect((await control("-l", join(user.pg, "log"), "-o", options, "start")).status).toBe(0);
  const url = (name: string, user = "postgres") => `postgres://${user}@127.0.0.1:${port}/${name}`;
  const sql = postgres(url("postgres"), { max: 1, onnotice: () => {} });
  return {
    ...{ url, sql },
    async on<T>(name: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
      const one = postgres(url(name), { max: 1, onnotice: () => {} });
      return work(one).finally(() => one.end());
    },
    async stop() {
      await sql.end();
      await control("-m", "immediate", "stop");
    },
  };
}

async function fillShop(sql: postgres.Sql): Promise<void> {
  const [shop] = await sql`insert into shop (name, time_zone, locale, currency, units)
    values ('Quillback', 'America/New_York', 'en-US', 'USD', 'imperial') returning id`;
  await sql`insert into customer (shop_id, name, name_key)
    select ${shop?.id}, 'Customer ' || n, 'customer ' || n from generate_series(1, 300) n`;
}
