import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import type { Board, Card } from "../lib/live/card";
import { isSoak, rounds } from "../lib/testing/rounds";
import { freePort } from "../scripts/app-process.mjs";
import { Actor } from "./actor";
import { askFifty } from "./ask-fifty";
import { openShop } from "./world";

const kills = rounds(200, 21);
const writers = 4;
const targets = ["web", "database", "everything"] as const;

let data = "";
let base = "";
let started: ChildProcess;

test.beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), "coatyard-kills-"));
  base = `http://localhost:${await freePort()}`;
});

test.afterAll(async () => {
  const ended = new Promise((resolve) => started.once("exit", resolve));
  started.kill("SIGTERM");
  await ended;
  rmSync(data, { recursive: true, force: true });
});

/** What was acknowledged, kept outside of what is killed: job numbers, and the newest placement a mover was told. */
const acknowledged = new Map<number, number>();

test(`SECURITY reliability: ${kills} kills of web process, database and everything under writes lose nothing acknowledged, and fifty requests under one name have one effect`, async () => {
  test.setTimeout(kills * 20_000 + 120_000);
  await start();
  const { setupCode } = JSON.parse(readFileSync(join(data, "secrets.json"), "utf8"));
  const owner = await openShop(new Actor("owner", base), setupCode);
  const { id: customerId } = await owner.do<{ id: string }>("createCustomerAction", { name: "Acme" });
  const { stages } = await readBoard(owner);
  const [from, to] = ["Received", "Prep"].map(
    (name) => stages.find((stage) => stage.name === name)?.id as string,
  );

  let isOver = false;
  const write = async () => {
    while (!isOver) {
      await takeInAndMove(owner, customerId, from as string, to as string).catch(() => pause(50));
    }
  };
  const writing = Array.from({ length: writers }, write);
  for (let kill = 0; kill < kills; kill++) {
    const isFifty = kill % (isSoak ? 2 : 10) === 0;
    const expectOne = isFifty ? await askFifty(owner, base, kill) : null;
    await pause(isFifty ? (kill * 37) % 200 : 150 + ((kill * 7919) % 600));
    await killOne(targets[kill % targets.length] as (typeof targets)[number]);
    await untilHealthy();
    await expectNothingLost(owner);
    await expectOne?.();
  }
  isOver = true;
  await Promise.all(writing);
  await expectNothingLost(owner);
  console.log(
    `kills: ${kills}, acknowledged: ${acknowledged.size} jobs, ${[...acknowledged.values()].filter((placement) => placement > 1).length} moved`,
  );
  expect(acknowledged.size).toBeGreaterThan(kills);
});

async function takeInAndMove(owner: Actor, customerId: string, from: string, to: string): Promise<void> {
  const made = await owner.call<{ number: number }>("createJobAction", {
    customerId,
    parts: [{ description: "gate" }, { description: "post" }],
  });
  if (!made.ok) return;
  const { number } = made.value;
  acknowledged.set(number, 1);
  const response = await owner.fetch(`/api/jobs/${number}/stage`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ fromStageId: from, toStageId: to, placement: 1 }),
  });
  const moved = await response.json();
  if (moved.ok) acknowledged.set(number, moved.value.placement);
}

/** The board follows its database by a few milliseconds, and once it is listened to again after a kill catches up by itself. */
async function expectNothingLost(owner: Actor): Promise<void> {
  const known = [...acknowledged];
  await expect
    .poll(
      async () => {
        const { cards } = await readBoard(owner);
        const found = new Map<number, Card>(cards.map((card) => [card.number, card]));
        const isWhole = (card: Card) => card.parts.length === 2 && card.customer.name === "Acme";
        return {
          lost: known.filter(([number, placement]) => (found.get(number)?.placement ?? 0) < placement),
          doubled: cards.length - found.size,
          halfWritten: cards.filter((card) => !isWhole(card)),
        };
      },
      { timeout: 15_000 },
    )
    .toEqual({ lost: [], doubled: 0, halfWritten: [] });
}

async function readBoard(owner: Actor): Promise<Board> {
  for (;;) {
    const response = await owner.fetch("/api/board").catch(() => null);
    if (response?.ok) return JSON.parse(gunzipSync(Buffer.from(await response.arrayBuffer())).toString());
    await pause(100);
  }
}

async function start(): Promise<void> {
  const env = {
    ...process.env,
    COATYARD_DATA: data,
    PORT: new URL(base).port,
    HOST: "localhost",
    DATABASE_URL: "",
  };
  started = spawn(process.execPath, ["scripts/start.mjs"], { env, stdio: ["ignore", "ignore", "inherit"] });
  await untilHealthy();
}

async function untilHealthy(): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const response = await fetch(`${base}/api/health`, { signal: AbortSignal.timeout(2_000) }).catch(
      () => null,
    );
    if (response?.ok) return;
    await pause(100);
  }
  throw new Error("Coatyard did not come back");
}

async function killOne(target: (typeof targets)[number]): Promise<void> {
  const postmaster = Number(readFileSync(join(data, "pg", "postmaster.pid"), "utf8").split("\n")[0]);
  const web = await childrenOf(started.pid as number);
  if (target === "database") return sigkill(postmaster);
  if (target === "web") return web.forEach(sigkill);
  const ended = new Promise((resolve) => started.once("exit", resolve));
  for (const pid of [started.pid as number, ...web, postmaster]) sigkill(pid);
  await ended;
  await start();
}

/** The app's own process below the starter, found as the system lists it. */
async function childrenOf(parent: number): Promise<number[]> {
  const all = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    all.map(async (pid) => {
      const [stat, command] = await Promise.all([
        readFile(`/proc/${pid}/stat`, "utf8").catch(() => ""),
        readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => ""),
      ]);
      const above = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
      return above === parent && /next/.test(command) ? [pid] : [];
    }),
  );
  return found.flat();
}

function sigkill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
