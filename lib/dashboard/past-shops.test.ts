import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordDecisionInput } from "../approvals/input";
import { recordDecisionFor } from "../approvals/record-decision";
import { inTransaction, type MemberContext } from "../context";
import { delayJob } from "../jobs/delay-job";
import { editJob } from "../jobs/edit-job";
import { retireJob } from "../jobs/retire-job";
import { createPowder } from "../powders/create-powder";
import { powderInput, receiveLotInput } from "../powders/input";
import { receiveLot } from "../powders/receive-lot";
import { recordUsage } from "../powders/record-usage";
import { testDatabase } from "../testing/database";
import { at, moveTo, readJob, takeInAt } from "../testing/numbers";
import { addDrawn, ask, contactOf, versionRow } from "../testing/one-proof";
import { openRealShop } from "../testing/real-shop";
import { readPeriod } from "./period";
import { readTotals } from "./read-totals";
import { verifyFacts } from "./verify-facts";

const { ownerUrl } = testDatabase();
let owner: postgres.Sql;
beforeAll(() => void (owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })));
afterAll(() => owner.end());

/** The part of a migration that counts what a shop had before it. */
function backFill(migration: string): string {
  const folder = resolve(import.meta.dirname, "../../db/migrations");
  const file = readdirSync(folder).find((name) => name.endsWith(`_${migration}.sql`)) as string;
  const statements = readFileSync(resolve(folder, file), "utf8").split("--> statement-breakpoint");
  return statements.find((one) => one.includes("DO $$ DECLARE one shop")) as string;
}

test("a shop that was there before its facts gets them from its history", async () => {
  const { manager } = await openRealShop();
  const price = { maker: "Tiger", code: "1", name: "White", priceCents: 950, priceUnit: "lb" as const };
  const { id: powderId } = await createPowder(manager, powderInput.parse(price));
  const lot = await receiveLot(
    at(manager, "2026-03-01 08:00"),
    receiveLotInput.parse({ powderId, quantity: 50, unit: "lb", priceCents: 950, priceUnit: "lb" }),
  );
  const a = await takeInAt(at(manager, "2026-03-02 09:00"), "Quoted", {
    priceCents: 10_000,
    dueOn: "2026-03-09",
  });
  await moveTo(at(manager, "2026-03-03 09:00"), a, "Coating");
  await recordUsage(at(manager, "2026-03-04 09:00"), {
    lotId: lot.id,
    jobNumber: a,
    quantity: 3,
    unit: "lb",
  });
  await delayJob(at(manager, "2026-03-05 09:00"), { number: a, dueOn: "2026-03-12", note: "" });
  await moveTo(at(manager, "2026-03-11 23:30"), a, "Delivered");
  await editJob(at(manager, "2026-04-02 09:00"), { number: a, changes: { priceCents: 12_500 }, was: {} });
  const b = await takeInAt(at(manager, "2026-03-30 09:00"), "Received", {
    priceCents: 777,
    dueOn: "2026-04-20",
  });
  const c = await takeInAt(at(manager, "2026-03-30 09:00"), "Quoted", { priceCents: 555 });
  await askAbout(manager, b, { title: "Taken away with its job" });
  await retireJob(at(manager, "2026-04-02 09:00"), { number: b });
  await askAbout(manager, c, { title: "Waits" });
  const late = await askAbout(manager, c, { title: "Answered late" }, "2026-04-03");
  const { version } = await versionRow(manager, late.versionId);
  const answer = { versionId: late.versionId, version, verdict: "approved", contactId: late.contactId };
  await recordDecisionFor(at(manager, "2026-04-09 10:00"), recordDecisionInput.parse(answer));

  const read = (to = "2026-05-01") =>
    inTransaction(manager, (work) =>
      readTotals(work, readPeriod({ period: "custom", from: "2026-03-01", to }, "2026-05-01")),
    );
  const kept = await read();
  expect(kept.current.flows).toMatchObject({
    bookedCents: 12_500,
    deliveredCents: 10_000,
    onTimeJobs: 0,
    powderCents: 2_850,
  });
  expect(kept.current.levels).toMatchObject({ openJobs: 1, stockCents: 44_650, waitingProofs: 1 });
  expect((await read("2026-04-03")).current.levels.waitingProofs).toBe(2);
  expect((await read("2026-04-04")).current.levels.waitingProofs).toBe(1);

  await owner.begin(async (tx) => {
    await tx.unsafe(
      "truncate booking, job_fact, waiting_fact, stock_change, fact_delta, day_total, level_total, turnaround_total",
    );
    await tx.unsafe("alter table job disable trigger user");
    const asShop = () => tx`select set_config('coatyard.shop', ${manager.shop.id}, true)`;
    await asShop();
    await tx.unsafe("update job set booked_at = null, agreed_due_on = null");
    await tx.unsafe("alter table waiting_fact alter from_at drop not null");
    // What counted everything anew was later given this name.
    await tx.unsafe(backFill("count_the_facts").replace("recount_facts", "recount_totals"));
    await asShop();
    await tx.unsafe("update waiting_fact set until_day = '2026-04-04' where until_day is not null");
    await tx.unsafe(backFill("keep_waits_by_moment"));
    await tx.unsafe("alter table waiting_fact alter from_at set not null");
    await tx.unsafe("alter table job enable trigger user");
  });
  expect((await verifyFacts(manager)).faults).toEqual([]);
  expect(await read()).toEqual(kept);
  expect((await read("2026-04-03")).current.levels.waitingProofs).toBe(2);
  expect((await read("2026-04-04")).current.levels.waitingProofs).toBe(1);
});

/** Asks a new contact of the job's customer about a new proof on April 1, in the evening. */
async function askAbout(
  manager: MemberContext,
  number: number,
  { title }: { title: string },
  expiresOn = "2026-06-01",
) {
  const { customerId } = await readJob(manager, number);
  const dana = await contactOf(manager, customerId, `Dana${number}${title.length} Drawn`, "approver");
  const { versionId } = await addDrawn(manager, number, { title });
  await ask(at(manager, "2026-04-01 23:00"), versionId, [dana], { expiresOn });
  return { versionId, contactId: dana.actor.id };
}
