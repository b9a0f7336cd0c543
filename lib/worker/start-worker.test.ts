import { afterAll, expect, test } from "vitest";
import { inTransaction } from "../context";
import { closeFeeds } from "../live/feeds";
import { queueMessage } from "../messages/queue-message";
import { testDatabase } from "../testing/database";
import { messagesOf, releaseQueues } from "../testing/outbox";
import { openRealShop } from "../testing/real-shop";
import { startWorker } from "./start-worker";

testDatabase();
releaseQueues();
afterAll(closeFeeds);

test("does all that one transaction asked for at once, not a piece a look", async () => {
  const { owner } = await openRealShop();
  await startWorker();
  await inTransaction(owner, async (work) => {
    for (let number = 1; number <= 30; number += 1) {
      const mail = { onceKey: `m${number}`, kind: "test", to: "sam@example.com", subject: "Hello" };
      await queueMessage(work, { ...mail, paragraphs: ["Hello."] });
    }
  });
  const states = async () => (await messagesOf(owner)).map((one) => one.state);
  await expect.poll(states, { timeout: 10_000 }).toEqual(Array(30).fill("kept"));
});
