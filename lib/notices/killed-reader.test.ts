import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { message } from "@/db/schema/messages";
import { inTransaction, type MemberContext } from "../context";
import { createJob } from "../jobs/create-job";
import { delayJob } from "../jobs/delay-job";
import { newJobInput } from "../jobs/input";
import { testDatabase } from "../testing/database";
import { mortalWorkers } from "../testing/mortal-workers";
import { releaseQueues } from "../testing/outbox";
import { openRealShop } from "../testing/real-shop";
import { isSoak, rounds } from "../testing/rounds";

const { appUrl } = testDatabase();
releaseQueues();

const kills = rounds(200);
const mostUntold = 10;
const { taken, start, killed } = mortalWorkers(appUrl, { kills, seed: "killed readers" });
let office: MemberContext;
let number: number;

beforeAll(async () => {
  ({ office } = await openRealShop());
  ({ number } = await createJob(
    office,
    newJobInput.parse({
      newCustomer: { name: "Acme Railings", email: "office@acme.example" },
      parts: [{ description: "Gate" }],
    }),
  ));
});

const noteIn = (text: string) => text.match(/number (\d+)\./)?.[1] ?? "";
const mails = () => inTransaction(office, ({ tx }) => tx.select().from(message));

test(
  `SECURITY reliability: ${kills} kills of two workers that read the history write each notice once, and send it`,
  async () => {
    await start();
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
