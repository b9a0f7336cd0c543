import { asc, eq } from "drizzle-orm";
import postgres from "postgres";
import { expect, test } from "vitest";
import { event } from "@/db/schema/history";
import { message } from "@/db/schema/messages";
import { inTransaction, type MemberContext } from "../context";
import { recordEvent } from "../history/record-event";
import { createJob } from "../jobs/create-job";
import { delayJob } from "../jobs/delay-job";
import { newJobInput } from "../jobs/input";
import { listMessages } from "../messages/list-messages";
import { retryMessage } from "../messages/retry-message";
import { testDatabase } from "../testing/database";
import { systemOf } from "../testing/one-proof";
import { releaseQueues } from "../testing/outbox";
import { openRealShop } from "../testing/real-shop";
import { tellOn } from "./keep-told";
import { Untold } from "./put-aside";

const { ownerUrl } = testDatabase();
releaseQueues();

/** Three days put off; nothing can be made of the second, whose day is none. */
async function openWithBrokenNews() {
  const { owner, office } = await openRealShop();
  const { number } = await createJob(
    office,
    newJobInput.parse({
      newCustomer: { name: "Acme Railings", email: "office@acme.example" },
      parts: [{ description: "Gate" }],
    }),
  );
  await delayJob(office, { number, dueOn: "2099-01-01", note: "First." });
  await inTransaction(office, async (work) => {
    const [told] = await work.tx.select().from(event).where(eq(event.kind, "job.delayed"));
    recordEvent(work, {
      kind: "job.delayed",
      subjectId: told?.subjectId as string,
      jobId: told?.jobId as string,
      customerId: told?.customerId as string,
      after: { dueOn: "the day before yesterday" },
    });
  });
  await delayJob(office, { number, dueOn: "2099-03-03", note: "Third." });
  return { owner, system: systemOf(owner) };
}

const mails = (owner: MemberContext) =>
  inTransaction(owner, ({ tx }) => tx.select().from(message).orderBy(asc(message.createdAt)));

test("what no mail can be made of is tried five times, then put on record with the reason, and the rest is told", async () => {
  const { owner, system } = await openWithBrokenNews();
  for (let tries = 0; tries < 5; tries += 1) {
    await expect(tellOn(system)).rejects.toBeInstanceOf(Untold);
    expect(await mails(owner)).toEqual([]);
  }
  expect(await tellOn(system)).toBe(false);
  const { lines, counts } = await listMessages(owner, { state: "failed" });
  expect(counts).toMatchObject({ failed: 1, waiting: 2 });
  expect(lines).toMatchObject([
    {
      toAddress: "",
      subject: expect.stringMatching(/^Not told: job delayed by /),
      error: expect.stringMatching(/^Coatyard could not write this mail: \S/),
    },
  ]);
  const told = (await mails(owner)).filter(({ state }) => state === "waiting");
  expect(told.map(({ text }) => text.match(/First|Third/)?.[0])).toEqual(["First", "Third"]);
  await expect(retryMessage(owner, { id: lines[0]?.id as string })).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await tellOn(system)).toBe(false);
  expect(await mails(owner)).toHaveLength(3);
});

test("trouble that passes, like a full disk, puts nothing aside however long it lasts", async () => {
  const { owner, office } = await openRealShop();
  const newCustomer = { name: "Acme Railings", email: "office@acme.example" };
  const { number } = await createJob(
    office,
    newJobInput.parse({ newCustomer, parts: [{ description: "Gate" }] }),
  );
  await delayJob(office, { number, dueOn: "2099-01-01", note: "First." });
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await sql`create function full_disk() returns trigger language plpgsql as
    $$ begin raise exception 'No space left on device' using errcode = '53100'; end $$`;
  await sql`create trigger full_disk before insert on message for each row execute function full_disk()`;
  for (let tries = 0; tries < 7; tries += 1)
    await expect(tellOn(systemOf(owner))).rejects.not.toBeInstanceOf(Untold);
  await sql`drop trigger full_disk on message`;
  await sql.end();
  expect(await tellOn(systemOf(owner))).toBe(false);
  expect((await mails(owner)).map(({ state, text }) => [state, text.includes("First.")])).toEqual([
    ["waiting", true],
  ]);
});
