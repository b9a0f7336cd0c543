import { spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, inject, it } from "vitest";
import { freePort } from "./app-process.mjs";

const project = resolve(import.meta.dirname, "..");
const place = mkdtempSync(join(tmpdir(), "coatyard-start-"));
const closers: (() => void)[] = [];
const isRoot = process.getuid?.() === 0;

afterAll(() => {
  for (const close of closers) close();
  rmSync(place, { recursive: true, force: true });
});

type Outcome = { code: number | null; output: string; seconds: number };

/** Runs the start up to the point where slow work begins, as a process of its own, behind `wrapper` when there is one. */
async function check(
  env: Record<string, string>,
  { wrapper = [] as string[], args = ["--check"] } = {},
): Promise<Outcome> {
  const began = Date.now();
  const command = [...wrapper, process.execPath, join(project, "scripts/start.mjs"), ...args];
  const child = spawn(command[0] as string, command.slice(1), {
    cwd: project,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: "production",
      COATYARD_DATA: join(place, "data"),
      PORT: String(await freePort()),
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const code = await new Promise<number | null>((done) => child.once("close", done));
  return { code, output, seconds: (Date.now() - began) / 1000 };
}

function expectRefusal({ code, output }: Outcome, sentence: RegExp): void {
  const told = output.split("\n").filter((line) => line.startsWith("Coatyard did not start. "));
  expect(told, output).toHaveLength(1);
  expect(told[0]).toMatch(sentence);
  expect(output).not.toMatch(/\n\s+at /);
  expect(code).toBe(1);
}

async function listening(answer: (socket: Socket) => void = (socket) => socket.destroy()): Promise<number> {
  const server: Server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  closers.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

describe("a start that cannot go well says why in one sentence", { timeout: 60_000 }, () => {
  it.each([
    ["a port that is no number", { PORT: "door" }, /PORT is “door”: set it to a number/],
    ["a port that does not exist", { PORT: "70000" }, /PORT is “70000”/],
    [
      "plain http for other machines",
      { HOST: "0.0.0.0" },
      /HOST=0\.0\.0\.0 lets other machines in, which needs https/,
    ],
    [
      "an address of plain http",
      { COATYARD_URL: "http://shop.example.com" },
      /lets other machines in, which needs https/,
    ],
    ["an address that is none", { COATYARD_URL: "shop" }, /COATYARD_URL is “shop”/],
    ["a role that is none", { COATYARD_ROLE: "boss" }, /COATYARD_ROLE is “boss”/],
    [
      "a host of another machine",
      { HOST: "192.0.2.77", COATYARD_URL: "https://shop.example.com" },
      /HOST=192\.0\.2\.77 is not an address of this machine/,
    ],
    [
      "a database address of another kind",
      { DATABASE_URL: "mysql://a@b/c" },
      /DATABASE_URL is not a PostgreSQL address/,
    ],
    ["an app's database without an owner's", { APP_DATABASE_URL: "postgres://a@b/c" }, /DATABASE_URL is not/],
    [
      "a database name that leads nowhere",
      { DATABASE_URL: "postgres://a:secret@nowhere.invalid/c" },
      /nowhere\.invalid, a name that cannot be found/,
    ],
    [
      "a folder under a file",
      { COATYARD_DATA: join(project, "package.json", "data") },
      /is a file, not a folder/,
    ],
    [
      "a folder where none can be made",
      { COATYARD_DATA: "/proc/coatyard" },
      /No folder can be made at \/proc\/coatyard/,
    ],
  ])("refuses %s", async (_name, env, sentence) => {
    expectRefusal(await check(env), sentence);
  });

  it("refuses an option it does not know", async () => {
    expectRefusal(await check({}, { args: ["--fast"] }), /--fast is not an option/);
  });

  it("refuses a port that another program has", async () => {
    const port = await listening();
    expectRefusal(
      await check({ PORT: String(port) }),
      new RegExp(`Port ${port} is taken by another program`),
    );
  });

  it("refuses a database that does not answer, without telling the password", async () => {
    const outcome = await check({
      DATABASE_URL: `postgres://owner:hunter2@127.0.0.1:${await freePort()}/shop`,
    });
    expectRefusal(outcome, /where no database answers/);
    expect(outcome.output).not.toContain("hunter2");
  });

  it("refuses a wrong password and a database that is not there", async () => {
    const url = new URL(inject("testServer").ownerUrl);
    url.pathname = "/nothing_here";
    expectRefusal(
      await check({ DATABASE_URL: url.href }),
      /names the database “nothing_here”, which is not there/,
    );
    url.password = "wrong";
    expectRefusal(await check({ DATABASE_URL: url.href }), /correct the user “coatyard” or the password/);
  });

  it("refuses an app login that sees past row-level security", async () => {
    const { ownerUrl, superuserUrl } = inject("testServer");
    expectRefusal(
      await check({ DATABASE_URL: ownerUrl, APP_DATABASE_URL: superuserUrl }),
      /sees past row-level security/,
    );
  });

  it("refuses a PostgreSQL that is too old", async () => {
    const port = await listening((socket) => answerAsPostgres(socket, "140012"));
    expectRefusal(
      await check({ DATABASE_URL: `postgres://a:b@127.0.0.1:${port}/c` }),
      /leads to PostgreSQL 14: Coatyard needs 15/,
    );
  });

  it("refuses a folder that this user may not write, and leaves it as it was", async () => {
    const folder = join(place, "closed");
    mkdirSync(folder, { mode: 0o500 });
    // Root writes anywhere, until it gives that right up.
    if (isRoot) chownSync(folder, 65534, 65534);
    const wrapper = isRoot ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] : [];
    expectRefusal(
      await check({ COATYARD_DATA: join(folder, "data") }, { wrapper }),
      /This user may not write at .*closed/,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it("refuses a full disk before it puts anything on it", async () => {
    const folder = join(place, "small");
    mkdirSync(folder);
    const outcome = await check({ COATYARD_DATA: folder }, { wrapper: onSmallDisk(folder, "8m") });
    expectRefusal(outcome, /The disk that holds .*small is full: \d+ MB are free and \d+ MB are needed/);
  });

  it("refuses a folder whose secrets are gone or damaged", async () => {
    const folder = join(place, "bereft");
    mkdirSync(join(folder, "pg"), { recursive: true });
    expectRefusal(await check({ COATYARD_DATA: folder }), /secrets\.json is missing beside the database/);
    writeFileSync(join(folder, "secrets.json"), "{");
    expectRefusal(await check({ COATYARD_DATA: folder }), /secrets\.json is damaged/);
  });
});

describe("a start that can go well", { timeout: 60_000 }, () => {
  it("is found ready on an empty folder, makes what it needs there and leaves no server behind", async () => {
    const folder = join(place, "shop");
    const { code, output } = await check({ COATYARD_DATA: folder });
    expect(output).not.toContain("did not start");
    expect(code).toBe(0);
    expect(existsSync(join(folder, "pg", "PG_VERSION"))).toBe(true);
    expect(existsSync(join(folder, "pg", "postmaster.pid"))).toBe(false);
    expect(existsSync(join(folder, "start.lock"))).toBe(false);
  });

  it("is found ready on a server of the shop's own", async () => {
    const { code, output } = await check({ DATABASE_URL: inject("testServer").ownerUrl });
    expect(code, output).toBe(0);
  });
});

/** A mount that only the wrapped program sees. */
function onSmallDisk(folder: string, size: string): string[] {
  const namespace = isRoot ? ["unshare", "--mount"] : ["unshare", "--mount", "--map-root-user"];
  return [...namespace, "sh", "-c", `mount -t tmpfs -o size=${size} none "$0" && exec "$@"`, folder];
}

/** Just enough of the protocol to be asked for a version. */
function answerAsPostgres(socket: Socket, version: string): void {
  const message = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const ready = message("Z", Buffer.from("I"));
  const int32 = (value: number) => Buffer.from(Uint32Array.of(value).buffer).swap32();
  const column = Buffer.concat([
    Buffer.from([0, 1]),
    Buffer.from("version\0"),
    Buffer.alloc(6),
    int32(25),
    Buffer.from([255, 255]),
    int32(0),
    Buffer.alloc(2),
  ]);
  const row = Buffer.concat([Buffer.from([0, 1]), int32(version.length), Buffer.from(version)]);
  const answer = Buffer.concat([
    message("T", column),
    message("D", row),
    message("C", Buffer.from("SELECT 1\0")),
    ready,
  ]);
  socket.once("data", () => {
    socket.write(Buffer.concat([message("R", int32(0)), ready]));
    socket.on("data", (asked) => asked[0] === 0x51 && socket.write(answer));
  });
}
