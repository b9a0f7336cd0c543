import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { event } from "@/db/schema/history";
import { inTransaction, type MemberContext } from "../context";
import { queueMessage } from "../messages/queue-message";
import { testDatabase } from "../testing/database";
import type { Taken } from "../testing/mortal-worker";
import { mortalWorkers } from "../testing/mortal-workers";
import { messagesOf, releaseQueues } from "../testing/outbox";
import { openRealShop } from "../testing/real-shop";
import { isSoak, rounds } from "../testing/rounds";

const { appUrl } = testDatabase();
releaseQueues();

const kills = rounds(1_000);
const mostWaiting = 12;
const { taken, start, killed } = mortalWorkers(appUrl, { kills, seed: "killed workers" });
let owner: MemberContext;

beforeAll(async () => {
  owner = (await openRealShop()).owner;
});

const keyOf = ({ body }: Taken) => body.match(/number (\w+)\./)?.[1] ?? "";

class Undone extends Error {}

/** Queues a mail with a change of its own transaction, and takes one in five back before its COMMIT. */
async function queueOne(number: string): Promise<string | null> {
  const mail = {
    onceKey: number,
    kind: "test",
    to: "sam@example.com",
    subject: "Ready",
    paragraphs: [`Job number ${number}.`],
  };
  try {
    return await inTransaction({ ...owner, now: new Date() }, async (work) => {
      const id = await queueMessage(work, mail);
      if (number.startsWith("undone")) throw new Undone();
      return id;
    });
  } catch (error) {
    if (error instanceof Undone) return null;
    throw error;
  }
}

test(
  `SECURITY reliability: ${kills} kills of a sending worker lose no message, and a doubled one bears the same id`,
  async () => {
    const queued = new Map<string, string>();
    await start();
    for (let number = 1; killed() < kills; number += 1) {
      const key = `${number % 5 === 0 ? "undone" : "sent"}${number}`;
      const id = await queueOne(key);
      if (id) queued.set(key, id);
      while (queued.size - taken.length - killed() > mostWaiting && killed() < kills) await pause(5);
    }
    const states = async () => (await messagesOf(owner)).map((one) => one.state);
    await expect
      .poll(async () => (await states()).filter((state) => state !== "sent"), {
        timeout: isSoak ? 300_000 : 60_000,
      })
      .toEqual([]);

    const ids = new Map([...queued.keys()].map((key) => [key, new Set<string>()]));
    for (const one of taken) ids.get(keyOf(one))?.add(one.messageId) ?? expect(keyOf(one)).toBe("queued");
    const expected = [...queued].map(([key, id]) => [key, [`${id}@localhost`]]);
    expect([...ids].map(([key, seen]) => [key, [...seen]])).toEqual(expected);
    const sent = await inTransaction(owner, async ({ tx }) =>
      (await tx.select().from(event))
        .filter((one) => one.kind === "message.sent")
        .map((one) => one.subjectId),
    );
    expect([...sent].sort()).toEqual([...queued.values()].sort());
    const doubled = taken.length - queued.size;
    console.log(
      `worker: ${killed()} kills, ${queued.size} messages, ${doubled} delivered again under the same id`,
    );
    expect(doubled).toBeGreaterThan(0);
  },
  isSoak ? 3_600_000 : 180_000,
);
