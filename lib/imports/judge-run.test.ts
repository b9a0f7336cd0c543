import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { testDatabase } from "../testing/database";
import { openRealShop } from "../testing/real-shop";
import { newShop } from "./fixtures/truth";
import { guessMapping } from "./guess-mapping";
import { judgeSheet } from "./judge-sheet";
import { readImportFile } from "./read-file";
import { readImport } from "./read-import";
import { startImport } from "./start-import";
import { doInTurns } from "./steps";

testDatabase();

const rows = 30_000;
const bigLog = Buffer.from(
  [
    "Job #,Received,Due,Customer,Parts,Color,Sq Ft,Price,Status",
    ...Array.from(
      { length: rows - 1 },
      (_, at) =>
        `${at + 1},11/${(at % 28) + 1}/2024,12/${(at % 28) + 1}/2024,Customer ${at % 900},gate ${at},RAL 9005,${at % 90},$${at % 700}.50,delivered`,
    ),
  ].join("\n"),
);

/** Takes turn after turn of the event loop while work is done: how many it got, and what share of the process's work came between two of them at most. */
async function takeTurnsDuring(work: () => Promise<unknown>): Promise<{ turns: number; longest: number }> {
  const cpu = () => {
    const { user, system } = process.cpuUsage();
    return user + system;
  };
  const began = cpu();
  let [turns, last, longest, isOver] = [0, began, 0, false];
  const take = () => {
    turns++;
    const now = cpu();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(take);
  };
  setImmediate(take);
  await work();
  isOver = true;
  return { turns, longest: Math.max(longest, cpu() - last) / (cpu() - began) };
}

test("judging 30,000 rows gives everything else a turn at each hundred of them", async () => {
  const { sheets } = await readImportFile(bigLog);
  const guessing = guessMapping(sheets);
  let turnsOfGuess = 0;
  let guess = guessing.next();
  for (; !guess.done; guess = guessing.next()) turnsOfGuess++;
  expect(turnsOfGuess).toBeGreaterThan(rows / 100);
  const { mapping } = guess.value;
  const { turns } = await takeTurnsDuring(() => doInTurns(judgeSheet(sheets, mapping, newShop, {})));
  expect(turns).toBeGreaterThan((5 * rows) / 100);
}, 60_000);

test("no stretch of reading and judging a big upload is more than a small part of it", async () => {
  const { office } = await openRealShop();
  const path = join(await mkdtemp(join(tmpdir(), "upload-")), "body");
  await writeFile(path, bigLog);
  const received = { path, bytes: bigLog.length, sha256: "", head: bigLog.subarray(0, 4100) };
  let id = "";
  const taking = await takeTurnsDuring(async () => {
    ({ id } = await startImport(office, { name: "log.csv", kind: undefined }, received));
  });
  const judging = await takeTurnsDuring(() => readImport(office, id));
  expect(taking.longest).toBeLessThan(0.25);
  expect(judging.longest).toBeLessThan(0.25);
}, 60_000);

test("who looks while an import is being judged waits for the same judging", async () => {
  const { office } = await openRealShop("Two Readers");
  const path = join(await mkdtemp(join(tmpdir(), "upload-")), "body");
  await writeFile(path, bigLog.subarray(0, 200_000));
  const received = { path, bytes: 200_000, sha256: "", head: bigLog.subarray(0, 4100) };
  const { id } = await startImport(office, { name: "log.csv", kind: undefined }, received);
  const [one, other] = await Promise.all([readImport(office, id), readImport(office, id)]);
  expect(one.judgement).toBe(other.judgement);
});
