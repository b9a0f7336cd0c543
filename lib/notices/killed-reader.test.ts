import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { message } from "@/db/schema/messages";
import { chanceOf } from "@/db/seed/seeded-random";
import { inTransaction, type MemberContext } from "../context";
import { createJob } from "../jobs/create-job";
import { delayJob } from "../jobs/delay-job";
import { newJobInput } from "../jobs/input";
import { buildWorker } from "../testing/build-worker";
import { testDatabase } from "../testing/database";
import { MortalWorker, moments, type Taken } from "../testing/mortal-worker";
import { releaseQueues } from "../testing/outbox";
import { openRealShop } from "../testing/real-shop";
import { isSoak, rounds } from "../testing/rounds";

const { appUrl } = testDatabase();
releaseQueues();

const kills = rounds(200);
const atOnce = 2;
const mostUntold = 10;

const chance = chanceOf("killed readers");
const taken: Taken[] = [];
let planned = 0;
let workers: MortalWorker[] = [];
let built: Awaited<ReturnType<typeof buildWorker>>;
let office: MemberContext;
let number: number;

beforeAll(async () => {
  built = await buildWorker();
  ({ office } = await openRealShop());
  ({ number } = await createJob(
    office,
    newJobInput.parse({
      newCustomer: { name: "Acme Railings", email: "office@acme.example" },
      parts: [{ description: "Gate" }],
    }),
  ));
  const env = {
    APP_DATABASE_URL: appUrl,
    MAIL_FROM: "post@quillback.example",
    LOG_LEVEL: "info",
    DATABASE_POOL: "2",
  };
  workers = Array.from({ length: atOnce }, () => new MortalWorker(built.file, env, taken, nextFate));
});
afterAll(async () => {
  await Promise.all(workers.map((one) => one.stop()));
  built.remove();
});

function nextFate() {
  if (planned >= kills) return null;
  planned += 1;
  const moment = moments[planned % moments.length] as (typeof moments)[number];
  return { moment, spared: chance.whole(0, 2) };
}

const killed = () => workers.reduce((sum, one) => sum + one.kills, 0);
const noteIn = (text: string) => text.match(/number (\d+)\./)?.[1] ?? "";
const mails = () => inTransaction(office, ({ tx }) => tx.select().from(message));

test(
  `SECURITY reliability: ${kills} kills of two workers that read the history write each notice once, and send it`,
  async () => {
    await Promise.all(workers.map((one) => one.start()));
    let told = 0;
    while (killed() < kills) {
      const arrived = new Set(taken.map(({ body }) => noteIn(body))).size;
      if (told - arrived >= mostUntold) {
        await pause(5);
        continue;
      }
      told += 1;
      await delayJob(
        { ...office, now: new Date() },
        { number, dueOn: "2099-01-01", note: `It is number ${told}.` },
      );
    }
    const isAllSent = async () => {
      const all = await mails();
      return all.length === told && all.every((one) => one.state === "sent");
    };
    await expect.poll(isAllSent, { timeout: 60_000 }).toBe(true);

    const expected = Array.from({ length: told }, (_, at) => String(at + 1)).sort();
    const written = await mails();
    expect(written.map((one) => noteIn(one.text)).sort()).toEqual(expected);
    expect([...new Set(taken.map(({ body }) => noteIn(body)))].sort()).toEqual(expected);
    const idsOf = Map.groupBy(taken, ({ body }) => noteIn(body));
    for (const sent of idsOf.values()) expect(new Set(sent.map((one) => one.messageId)).size).toBe(1);
    console.log(`reader: ${killed()} kills, ${told} notices, each written once`);
  },
  isSoak ? 3_600_000 : 180_000,
);
