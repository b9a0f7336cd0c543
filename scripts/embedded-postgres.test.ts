import { spawn } from "node:child_process";
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
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDataFolder } from "./data-folder.mjs";
import { joinEmbeddedPostgres } from "./embedded-postgres.mjs";
import { isAlive, until } from "./live-process.mjs";

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

async function joinServer() {
  const folder = openDataFolder(join(place, "data"));
  const server = await joinEmbeddedPostgres(folder);
  cleanups.push(server.release);
  const sql = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
  cleanups.push(() => sql.end({ timeout: 1 }));
  return { folder, server, sql };
}

const serverPid = () => Number(readFileSync(join(place, "data/pg/postmaster.pid"), "utf8").split("\n")[0]);

/** Runs `body` in a process of its own, with `folder`, `server` and `sql` at hand. */
async function elsewhere(
  body: string,
  { env = {} as Record<string, string>, wrapper = [] as string[], from = project } = {},
) {
  const program = `
    import postgres from "postgres";
    import { appendFileSync, rmSync, writeFileSync } from "node:fs";
    import { openDataFolder } from "${from}/scripts/data-folder.mjs";
    import { joinEmbeddedPostgres } from "${from}/scripts/embedded-postgres.mjs";
    import { pause, until } from "${from}/scripts/live-process.mjs";
    const folder = openDataFolder(process.env.DATA);
    const server = await joinEmbeddedPostgres(folder);
    const sql = postgres(server.ownerUrl, { max: 1, onnotice() {} });
    ${body}
    await sql.end({ timeout: 1 });
    await server.release();`;
  const command = [...wrapper, process.execPath, "--input-type=module", "-e", program];
  const child = spawn(command[0] as string, command.slice(1), {
    cwd: project,
    env: { ...process.env, DATA: join(place, "data"), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const code = await new Promise((done) => child.once("close", (status, signal) => done(signal ?? status)));
  return { code, output };
}

describe("the built-in PostgreSQL", () => {
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
    cleanups.push(() => elsewhere(""));
  });

  it("loses and breaks nothing on a full disk, and goes on when there is room again", async () => {
    const filling = `
      server.watch(() => {});
      await sql\`create table ledger (n int, text text)\`;
      let kept = 0;
      const add = () => sql\`insert into ledger values (\${kept}, \${"x".repeat(50_000)})\`.then(() => ++kept, (error) => error.code ?? error.message);
      for (let n = 0; n < 5; n++) await add();
      try { for (;;) appendFileSync(process.env.DATA + "/filler", Buffer.alloc(2 ** 20)); } catch (error) { if (error.code !== "ENOSPC") throw error; }
      let refusal;
      for (let n = 0; n < 2_000 && typeof refusal !== "string"; n++) refusal = await add();
      rmSync(process.env.DATA + "/filler");
      const before = kept;
      const isHealed = await until(async () => typeof (await add()) === "number", 30_000, 200);
      const [row] = await sql\`select count(*)::int as n, count(distinct n)::int as different from ledger\`;
      console.log(JSON.stringify({ refusal, isHealed, isMore: kept > before, missing: kept - row.n, doubled: row.n - row.different }));`;
    mkdirSync(join(place, "data"));
    const namespace = isRoot ? ["unshare", "--mount"] : ["unshare", "--mount", "--map-root-user"];
    const mount = `mount -t tmpfs -o size=420m,mode=700 none "$0" && exec "$@"`;
    const { code, output } = await elsewhere(filling, {
      wrapper: [...namespace, "sh", "-c", mount, join(place, "data")],
    });
    expect(code, output).toBe(0);
    const { refusal, ...rest } = JSON.parse(output.trim().split("\n").at(-1) ?? "");
    expect(refusal).toEqual(expect.any(String));
    expect(rest).toEqual({ isHealed: true, isMore: true, missing: 0, doubled: 0 });
  }, 90_000);
});

describe("started by root", () => {
  const noMapping = { env: { PATH: "/nowhere" } };
  const report = "console.log((await sql`select count(*)::int as n from kept`)[0].n);";

  it("never runs as root", async () => {
    await joinServer();
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
  }, 60_000);
});
