import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { message } from "@/db/schema/messages";
import { type Context, inTransaction, type MemberContext, mintContext, type SystemActor } from "../context";
import { createJob } from "../jobs/create-job";
import { delayJob } from "../jobs/delay-job";
import { newJobInput } from "../jobs/input";
import { changeNotice } from "../messages/change-notice";
import { noticeDefaults } from "../messages/notice-defaults";
import { testDatabase } from "../testing/database";
import { queued, releaseQueues } from "../testing/outbox";
import { openRealShop } from "../testing/real-shop";
import { tellCustomers } from "./tell-customers";

const { appUrl } = testDatabase();
releaseQueues();

class Cut extends Error {}

/** A pool whose transactions break off before a chosen statement, or after COMMIT where the answer is lost. */
function fragilePool(url: string) {
  const client = postgres(url, { max: 2, onnotice: () => {} });
  const fate = { statementsLeft: Number.POSITIVE_INFINITY, losesAnswer: false };
  const { begin } = client;
  client.begin = (async (run: (inner: postgres.TransactionSql) => Promise<unknown>) => {
    const result = await begin((inner) => {
      const { unsafe } = inner;
      inner.unsafe = ((...told: Parameters<typeof unsafe>) => {
        if (fate.statementsLeft-- <= 0) throw new Cut();
        return unsafe(...told);
      }) as typeof unsafe;
      return run(inner);
    });
    if (fate.losesAnswer) throw new Cut();
    return result;
  }) as typeof client.begin;
  return { db: drizzle(client) as Database, fate, close: () => client.end() };
}

const held = globalThis as { coatyardPool?: Database };
let pool: ReturnType<typeof fragilePool>;
let sound: Database | undefined;
beforeAll(() => {
  pool = fragilePool(appUrl);
  sound = held.coatyardPool;
});
afterAll(() => pool.close());

/** Two jobs put off and one taken in, none of it told yet. */
async function openWithNews(): Promise<{ owner: MemberContext; worker: Context<SystemActor> }> {
  const { owner, office } = await openRealShop();
  await tellOfReceived(owner);
  const { number } = await takeIn(office);
  for (const note of ["First.", "Second."]) await delayJob(office, { number, dueOn: "2099-01-01", note });
  return { owner, worker: workerOf(owner) };
}

const workerOf = ({ shop }: MemberContext) =>
  mintContext({ actor: { kind: "system", name: "Coatyard" }, shop });
const takeIn = (office: MemberContext) =>
  createJob(
    office,
    newJobInput.parse({
      newCustomer: { name: "Acme Railings", email: "office@acme.example" },
      parts: [{ description: "Gate" }],
    }),
  );
function tellOfReceived(owner: MemberContext) {
  const { subject, words } = noticeDefaults["job-received"];
  return changeNotice(owner, { kind: "job-received", isOn: true, subject, words, version: 0 });
}

async function written(owner: MemberContext) {
  held.coatyardPool = sound;
  const mails = await inTransaction(owner, ({ tx }) => tx.select().from(message));
  const ofShop = async (name: string) =>
    (await queued<{ shopId: string }>(name)).filter((one) => one.shopId === owner.shop.id).length;
  return {
    notes: mails.map((one) => one.text.match(/First|Second/)?.[0]).sort(),
    sends: await ofShop("send-message"),
    plans: await ofShop("tell-of-job"),
  };
}

async function readFragile(worker: Context<SystemActor>, fate: Partial<typeof pool.fate>): Promise<boolean> {
  Object.assign(pool.fate, { statementsLeft: Number.POSITIVE_INFINITY, losesAnswer: false }, fate);
  held.coatyardPool = pool.db;
  try {
    await tellCustomers(worker);
    return true;
  } catch (error) {
    if (isCut(error)) return false;
    throw error;
  } finally {
    held.coatyardPool = sound;
  }
}

const isCut = (error: unknown): boolean =>
  error instanceof Cut || (error instanceof Error && isCut(error.cause));

const once = { notes: ["First", "Second"], sends: 2, plans: 1 };

test("SECURITY reliability: broken off before any of its statements, the reader has written nothing, and then all of it once", async () => {
  const { owner, worker } = await openWithNews();
  let cuts = 0;
  while (!(await readFragile(worker, { statementsLeft: cuts }))) {
    expect(await written(owner)).toEqual({ notes: [], sends: 0, plans: 0 });
    cuts += 1;
  }
  expect(cuts).toBeGreaterThan(15);
  expect(await written(owner)).toEqual(once);
  await readFragile(worker, {});
  expect(await written(owner)).toEqual(once);
});

test("SECURITY reliability: killed after its COMMIT and before it heard so, it writes nothing twice", async () => {
  const { owner, worker } = await openWithNews();
  expect(await readFragile(worker, { losesAnswer: true })).toBe(false);
  expect(await written(owner)).toEqual(once);
  await readFragile(worker, {});
  expect(await written(owner)).toEqual(once);
});

/** How many statements it takes to read of so many jobs that were taken in. */
async function statementsFor(jobs: number, isTold: boolean): Promise<number> {
  const { owner, office } = await openRealShop();
  if (isTold) await tellOfReceived(owner);
  for (let made = 0; made < jobs; made += 1) await takeIn(office);
  expect(await readFragile(workerOf(owner), { statementsLeft: 1_000 })).toBe(true);
  return 1_000 - pool.fate.statementsLeft;
}

test("while nobody is told of jobs, each job in the history costs the reader no statement", async () => {
  const one = await statementsFor(1, false);
  expect(await statementsFor(5, false)).toBe(one);
  expect(await statementsFor(5, true)).toBeGreaterThan(await statementsFor(1, true));
});
