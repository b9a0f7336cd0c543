import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { isSoak } from "../lib/testing/rounds";
import { freePort } from "../scripts/app-process.mjs";
import { openDataFolder } from "../scripts/data-folder.mjs";
import { joinEmbeddedPostgres } from "../scripts/embedded-postgres.mjs";
import { until } from "../scripts/live-process.mjs";

const project = resolve(import.meta.dirname, "..");

let data: string;
let running: Run[];

type Run = { child: ChildProcess; output: () => string; gone: Promise<string | number | null> };

test.beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "coatyard-start-"));
  running = [];
});

test.afterEach(async () => {
  for (const { child, gone } of running) {
    child.kill("SIGTERM");
    await gone;
  }
  rmSync(data, { recursive: true, force: true });
});

function start(port: number, args: string[] = [], env: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, [join(project, "scripts/start.mjs"), ...args], {
    cwd: project,
    env: { ...process.env, PORT: String(port), COATYARD_DATA: data, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const run = {
    child,
    output: () => output,
    gone: new Promise<string | number | null>((done) =>
      child.once("close", (code, signal) => done(signal ?? code)),
    ),
  };
  running.push(run);
  return run;
}

async function ready(run: Run): Promise<number> {
  const began = Date.now();
  await until(() => /ready/.test(run.output()) || run.child.exitCode !== null, 60_000, 10);
  expect(run.output()).toMatch(/ready/);
  return Date.now() - began;
}

const health = (port: number) =>
  fetch(`http://localhost:${port}/api/health`).then(
    ({ status }) => status,
    () => 0,
  );
const serverPid = () => Number(readFileSync(join(data, "pg/postmaster.pid"), "utf8").split("\n")[0]);

test("an owner starts Coatyard, reads one address, stops it, and is back without a second set-up", async ({
  page,
}) => {
  const port = await freePort();
  const first = start(port);
  await ready(first);
  expect(first.output().match(/https?:\/\/\S+/g)).toEqual([`http://localhost:${port}/setup`]);
  const code = /set-up code (\w+)/.exec(first.output())?.[1];
  expect(code).toHaveLength(8);
  await page.goto(`http://localhost:${port}/setup`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const second = start(port);
  expect(await second.gone).toBe(1);
  expect(second.output()).toContain(`Coatyard already runs on ${data} at http://localhost:${port}`);
  first.child.kill("SIGINT");
  expect(await first.gone).toBe(0);
  expect(await health(port)).toBe(0);
  const again = start(port);
  const milliseconds = await ready(again);
  if (isSoak) expect(milliseconds).toBeLessThan(5_000);
  expect(again.output()).toContain(code);
  expect(again.output()).not.toMatch(/Installing|Building/);
});

test("a killed database and a killed app are back by themselves", async () => {
  const port = await freePort();
  const run = start(port);
  await ready(run);
  process.kill(serverPid(), "SIGKILL");
  await saysAndIsBack(run, port, "The database stopped unexpectedly and was started again");
  const app = spawn("pgrep", ["-P", String(run.child.pid), "-f", "next-server"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  process.kill(
    Number(await new Promise((done) => app.stdout.once("data", (pid) => done(String(pid))))),
    "SIGKILL",
  );
  await saysAndIsBack(run, port, "The app stopped unexpectedly");
});

async function saysAndIsBack(run: Run, port: number, sentence: string): Promise<void> {
  await expect.poll(run.output, { timeout: 20_000 }).toContain(sentence);
  await expect.poll(() => health(port), { timeout: 20_000 }).toBe(200);
}

test("a start that was killed outright leaves nothing in the way of the next", async () => {
  const port = await freePort();
  const killed = start(port);
  await ready(killed);
  killed.child.kill("SIGKILL");
  await killed.gone;
  const next = start(port);
  await ready(next);
  expect(await health(port)).toBe(200);
});

test("the worker runs apart, beside the pages, and the last of them stops the database", async () => {
  const port = await freePort();
  const pages = start(port, [], { COATYARD_ROLE: "web" });
  await ready(pages);
  const worker = start(port, ["--worker"]);
  await ready(worker);
  expect(worker.output()).not.toContain("http");
  pages.child.kill("SIGTERM");
  expect(await pages.gone).toBe(0);
  expect(serverPid()).toBeGreaterThan(0);
  worker.child.kill("SIGTERM");
  expect(await worker.gone).toBe(0);
  expect(serverPid).toThrow(/ENOENT/);
});

test("a phone reaches it over https with the certificate made here", async () => {
  const port = await freePort();
  const run = start(port, ["--https"], { HOST: "localhost" });
  await ready(run);
  expect(run.output()).toContain(`https://localhost:${port}/setup`);
  const ca = await (await fetch(`http://localhost:${port}/coatyard-ca.crt`)).text();
  const status = await new Promise((done, failed) => {
    const asked = request({ host: "localhost", port, path: "/setup", ca, agent: false }, (answer) =>
      done(answer.statusCode),
    );
    asked.once("error", failed).end();
  });
  expect(status).toBe(200);
});

test("a PostgreSQL of the shop's own serves as well, and is refused when its owner may not make roles", async () => {
  const port = await freePort();
  const server = await joinEmbeddedPostgres(openDataFolder(join(data, "elsewhere")));
  const sql = postgres(server.superuserUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe("create role shop_owner login password 'p'");
    await sql.unsafe("create database shop owner shop_owner");
    const own = { DATABASE_URL: `postgres://shop_owner:p@${new URL(server.ownerUrl).host}/shop` };
    const refused = start(port, [], own);
    expect(await refused.gone).toBe(1);
    expect(refused.output()).toContain("The user in DATABASE_URL may not make tables and roles");
    await sql.unsafe("alter role shop_owner createrole");
    const run = start(port, [], own);
    await ready(run);
    expect(await health(port)).toBe(200);
    expect(existsSync(join(data, "pg"))).toBe(false);
    run.child.kill("SIGTERM");
    expect(await run.gone).toBe(0);
  } finally {
    await sql.end();
    await server.release();
  }
});
