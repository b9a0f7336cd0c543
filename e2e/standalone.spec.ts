import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { freePort } from "../scripts/app-process.mjs";
import { until } from "../scripts/live-process.mjs";

const dockerfile = readFileSync("Dockerfile", "utf8");
const name = `standalone_${process.pid}`;
let place: string;
let base: string;
let output = "";
let server: ChildProcess;
let owner: postgres.Sql;

/** Does what the Dockerfile's second half says, in a folder: copies what it copies and runs what it runs. */
test.beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), "coatyard-standalone-"));
  const copies = [...dockerfile.matchAll(/^COPY --from=build \/app\/(\S+) \.\/(\S*)$/gm)];
  expect(copies).toHaveLength(3);
  for (const [, from = "", to = ""] of copies) cpSync(from, join(place, to), { recursive: true });
  owner = postgres(process.env.E2E_OWNER_URL as string, { max: 1, onnotice: () => {} });
  await owner.unsafe(`create database ${name}`);
  const databaseUrl = new URL(process.env.E2E_OWNER_URL as string);
  databaseUrl.pathname = `/${name}`;
  const port = await freePort();
  base = `http://localhost:${port}`;
  const [program = "", ...args] = JSON.parse(/^CMD (.*)$/m.exec(dockerfile)?.[1] ?? "[]");
  mkdirSync(join(place, "data"));
  server = spawn(program === "node" ? process.execPath : program, args, {
    cwd: place,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl.href,
      COATYARD_DATA: join(place, "data"),
      COATYARD_URL: base,
      LISTEN: "127.0.0.1",
      METRICS_TOKEN: "a token of this test",
      PORT: String(port),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [server.stdout, server.stderr]) stream?.on("data", (chunk) => (output += chunk));
});

test.afterAll(async () => {
  const gone = new Promise((done) => server.once("exit", done));
  server.kill("SIGKILL");
  await gone;
  await owner.unsafe(`drop database ${name} with (force)`);
  await owner.unsafe(`drop role if exists coatyard_app_${name}`);
  await owner.end();
  rmSync(place, { recursive: true, force: true });
});

test("the build that the Dockerfile copies serves, does background work and says how it is", async ({
  page,
}) => {
  const ready = async () => (await fetch(`${base}/api/health/ready`).catch(() => null))?.ok ?? false;
  expect(await until(ready, 60_000, 100), output).toBe(true);
  const health = await fetch(`${base}/api/health`);
  expect(await health.json()).toEqual({ ok: true, database: true, worker: true });
  expect((await fetch(`${base}/api/health/live`)).status).toBe(200);

  const code = /set-up code (\w+)/.exec(output)?.[1] as string;
  await page.goto(`${base}/setup?code=${code}`);
  await page.getByLabel("Shop name").fill("Contained Coating");
  await page.getByLabel("Your name").fill("Olive Owner");
  await page.getByLabel("Your e-mail").fill("owner@example.com");
  await page.getByLabel("Password", { exact: true }).fill("correct horse battery");
  await page.getByRole("button", { name: "Open the shop" }).click();
  await page.waitForURL(/board/);
  await page.goto(`${base}/settings/backups`);
  await expect(page.getByText("Your own server keeps the database")).toBeVisible();
});

test("its numbers are for the holder of the token, and its log is JSON lines with the id of each request", async () => {
  expect((await fetch(`${base}/api/metrics`)).status).toBe(404);
  expect((await fetch(`${base}/api/metrics`, { headers: { authorization: "Bearer guess" } })).status).toBe(
    404,
  );
  const answer = await fetch(`${base}/api/metrics`, {
    headers: { authorization: "Bearer a token of this test" },
  });
  const text = await answer.text();
  expect(text).toMatch(/^coatyard_database_up 1$/m);
  expect(text).toMatch(/^coatyard_worker_up 1$/m);
  expect(text).toMatch(/^coatyard_http_request_duration_seconds_count\{method="GET",status="2xx"\} \d+$/m);
  for (const line of text.trim().split("\n"))
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{[^{}]+\})? [-\d.e+]+)$/);

  const refused = await fetch(`${base}/api/jobs/1042/stage`, {
    method: "PUT",
    headers: { "x-request-id": "forged-request-id" },
  });
  const id = refused.headers.get("x-request-id") as string;
  expect(id).toMatch(/^[0-9a-f]{12}$/);
  const lines = () => output.split("\n").filter((line) => line.includes(id));
  await expect.poll(() => lines().length).toBeGreaterThan(0);
  for (const line of lines()) expect(JSON.parse(line)).toMatchObject({ app: "coatyard", requestId: id });
  expect(output).not.toContain("correct horse");
});
