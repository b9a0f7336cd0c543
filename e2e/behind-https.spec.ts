import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { isSoak, rounds } from "../lib/testing/rounds";
import { freePort } from "../scripts/app-process.mjs";
import { until } from "../scripts/live-process.mjs";
import { Actor } from "./actor";
import { openShop, ownerEmail, password } from "./world";

test.describe.configure({ timeout: 300_000, mode: "serial" });

const publicUrl = "https://shop.example.com";
const wrong = "wrong horse battery staple";

let data = "";
let base = "";
let started: ChildProcess;
let setupCode = "";
let owner: Actor;

/** A Coatyard as it stands behind the shop's own https proxy. */
test.beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), "coatyard-https-"));
  const port = await freePort();
  base = `http://localhost:${port}`;
  const env = {
    COATYARD_DATA: data,
    PORT: String(port),
    HOST: "localhost",
    COATYARD_URL: publicUrl,
    COATYARD_PROXY: "127.0.0.1,::1",
  };
  started = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...process.env, ...env, DATABASE_URL: "", SMTP_URL: "", MAIL_FROM: "" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const isUp = () =>
    fetch(`${base}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  expect(await until(isUp, 120_000, 100)).toBe(true);
  setupCode = JSON.parse(readFileSync(join(data, "secrets.json"), "utf8")).setupCode;
  owner = await openShop(someone("owner"), setupCode);
});

test.afterAll(async () => {
  const ended = new Promise((resolve) => started.once("exit", resolve));
  started.kill("SIGTERM");
  await ended;
  rmSync(data, { recursive: true, force: true });
});

const someone = (name: string) => new Actor(name, base, publicUrl);

test("SECURITY 9: the session's cookie is __Host-, Secure, HttpOnly and SameSite, and each sign-in gives another", async () => {
  const again = someone("again");
  await again.do("signInAction", { email: ownerEmail, password });
  const sessions = [...owner.setCookies, ...again.setCookies].filter((line) => /session=./.test(line));
  expect(sessions.length).toBeGreaterThanOrEqual(2);
  for (const line of sessions) {
    expect(line).toMatch(/^__Host-coatyard\.session=/);
    expect(line).toMatch(/; Path=\/(;|$)/i);
    expect(line).not.toMatch(/; Domain=/i);
  }
  for (const line of [...owner.setCookies, ...again.setCookies]) {
    expect(line).toMatch(/; Secure(;|$)/i);
    expect(line).toMatch(/; HttpOnly(;|$)/i);
    expect(line).toMatch(/; SameSite=(Lax|Strict)(;|$)/i);
  }
  const values = sessions.map((line) => line.split(";")[0]);
  expect(new Set(values).size).toBe(values.length);
});

test("SECURITY 34: pages ask for https from now on", async () => {
  for (const path of ["/sign-in", "/board"]) {
    const { headers } = await owner.fetch(path);
    expect(headers.get("strict-transport-security")).toMatch(/max-age=\d{8,}/);
  }
});

test("SECURITY 22: a host or protocol that a client claims leads nowhere", async () => {
  const claims = {
    host: "evil.example",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "http",
    forwarded: "host=evil.example",
  };
  for (const path of [
    "/",
    "/board",
    "/api/auth/signin",
    "/api/auth/signout?callbackUrl=https://evil.example",
  ]) {
    const response = await someone("stranger").fetch(path, { headers: claims });
    const text = `${response.headers.get("location") ?? ""} ${response.headers.getSetCookie()} ${await response.text()}`;
    expect({
      path,
      isLed: /https?:\/\/evil\.example|evil\.example(%|;|\/)/.test(
        decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, "")),
      ),
    }).toEqual({ path, isLed: false });
  }
});

test("SECURITY 1: a flood of sign-ins, each from its own network, leaves everyone else their pages", async () => {
  const floods = rounds(600, 60);
  const codes = new Map<string, number>();
  let isOver = false;
  const attack = async (lane: number) => {
    for (let turn = lane; turn < floods; turn += 30) {
      const from = { "x-forwarded-for": `198.51.${turn >> 8}.${turn & 255}` };
      const answer = await someone("attacker").call(
        "signInAction",
        { email: `guess${turn}@example.com`, password: wrong },
        { headers: from },
      );
      const code = answer.ok ? "in" : answer.code;
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
  };
  const readPages = async (isEnough: (read: number) => boolean) => {
    const taken: number[] = [];
    while (!isEnough(taken.length)) {
      const begun = performance.now();
      const response = await owner.fetch(taken.length % 2 ? "/board" : "/customers");
      await response.text();
      expect(response.status).toBe(200);
      taken.push(performance.now() - begun);
    }
    return taken.sort((one, other) => one - other);
  };
  const slow = (taken: number[]) => Math.round(taken[Math.floor(taken.length * 0.95)] as number);
  const alone = slow(await readPages((read) => read === 40));
  const reading = readPages(() => isOver);
  await Promise.all(Array.from({ length: 30 }, (_, lane) => attack(lane)));
  isOver = true;
  const pages = await reading;
  const p95 = slow(pages);
  console.log(
    `flood: ${floods} sign-ins ${JSON.stringify([...codes])}, ${pages.length} pages meanwhile, p95 ${p95} ms (${alone} ms alone)`,
  );
  expect([...codes.keys()].filter((code) => !["invalid", "too-many"].includes(code))).toEqual([]);
  expect(codes.get("invalid")).toBeGreaterThan(floods / 2);
  if (isSoak) expect(p95).toBeLessThan(500);
});

test("SECURITY 35, 37: sign-ins and refusals are in the log, and no password, token, cookie or code is", async () => {
  const guesser = someone("guesser");
  const refused = await guesser.call("signInAction", { email: ownerEmail, password: wrong });
  expect(refused.ok).toBe(false);
  await guesser.fetch("/api/jobs/1/stage", { method: "PUT", origin: "https://evil.example" });
  const log = () => readFileSync(join(data, "logs/app.log"), "utf8");
  const says = ["signed in", "sign-in refused", "wrong-origin"];
  await expect.poll(() => says.filter((what) => !log().includes(what)), { timeout: 10_000 }).toEqual([]);
  const secrets = Object.values<string>(JSON.parse(readFileSync(join(data, "secrets.json"), "utf8")));
  const cookies = owner.setCookies.map((line) => line.split(";")[0]?.split("=")[1] ?? "");
  const told = [password, wrong, ...secrets, ...cookies].filter(
    (one) => one.length > 7 && log().includes(one),
  );
  expect(told).toEqual([]);
});
