import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { shop } from "@/db/schema/people";
import { askedVersionInput, recordDecisionInput, reopenProofInput } from "../approvals/input";
import { recordDecisionFor } from "../approvals/record-decision";
import { reopenProof } from "../approvals/reopen-proof";
import { withdrawProof } from "../approvals/withdraw-proof";
import { inTransaction, mintContext } from "../context";
import { Refusal } from "../errors";
import { restoreJob } from "../jobs/restore-job";
import { retireJob } from "../jobs/retire-job";
import { dayIn } from "../measures/day-in";
import { addDays } from "../measures/days";
import { testDatabase } from "../testing/database";
import { moveTo } from "../testing/numbers";
import { addDrawn, ask, type OneProof, playOneProof, versionRow } from "../testing/one-proof";
import { releaseQueues } from "../testing/outbox";
import { isSoak, rounds } from "../testing/rounds";
import { foldFacts } from "./fold-facts";
import { getDashboard } from "./get-dashboard";
import { readPeriod } from "./period";
import { verifyFacts } from "./verify-facts";

const { inRolledBack } = testDatabase();
releaseQueues();

const step = fc.record({
  does: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom("ask", "ask", "answer", "withdraw", "reopen") },
    {
      weight: 1,
      arbitrary: fc.constantFrom("deliver", "take-up", "take-up", "retire", "restore", "restore", "fold"),
    },
  ),
  of: fc.nat(2),
  minutes: fc.integer({ min: 60, max: 2_000 }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Each wait as a person would note it, how the job stands beside. */
type Wait = { versionId: string; asked: Date; ended?: Date };
type Notes = { waits: Wait[]; closed?: Date; isRetired: boolean; today: Date };

const seen = { waiting: 0, none: 0, again: 0 };
afterAll(() => expect(Object.values(seen)).not.toContain(0));

test(
  "the approvals waiting at the end of any day are those asked and neither answered, withdrawn nor closed by then",
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 15, maxLength: 30 }),
        fc.constantFrom(...zones),
        (steps, zone) =>
          playOneProof(inRolledBack)(async (play) => {
            const { office, number } = play;
            const versions = [play.versionId];
            for (const title of ["Logo", "Drawing"])
              versions.push((await addDrawn(office, number, { title })).versionId);
            const notes: Notes = { waits: [], isRetired: false, today: await databaseNow(play) };
            let minute = -50 * 24 * 60;
            const first = play.later(office, minute).now;
            for (const one of steps) {
              minute += one.minutes;
              await take(play, notes, versions[one.of] as string, one, minute).catch((error: unknown) => {
                if (!(error instanceof Refusal)) throw error;
              });
            }
            const ended = notes.waits.filter((one) => one.ended).map((one) => one.versionId);
            seen.again += ended.length - new Set(ended).size;
            for (const timeZone of [play.office.shop.timeZone, zone]) {
              await wearZone(play, timeZone);
              expect((await verifyFacts(play.cast.manager)).faults).toEqual([]);
              await compare(play, notes, { first, timeZone });
            }
          })(),
      ),
      { numRuns: rounds(100, 20), endOnFailure: true, ...(!isSoak && { seed: 20_261_129 }) },
    ),
  isSoak ? 1_200_000 : 60_000,
);

async function take(play: OneProof, notes: Notes, versionId: string, { does }: Step, minute: number) {
  const [office, manager] = [play.later(play.office, minute), play.later(play.cast.manager, minute)];
  const { now } = office;
  const { version } = await versionRow(office, versionId);
  const open = notes.waits.find((one) => one.versionId === versionId && !one.ended);
  const end = (at: Date) => {
    if (open) open.ended = at;
  };
  if (does === "ask") {
    await ask(office, versionId, [play.dana], { expiresOn: addDays(dayOf(play, now), 200) });
    if (!open) notes.waits.push({ versionId, asked: now });
  }
  if (does === "answer") {
    const answer = { versionId, version, verdict: "approved", contactId: play.dana.actor.id };
    await recordDecisionFor(office, recordDecisionInput.parse(answer));
    end(now);
  }
  if (does === "withdraw") {
    await withdrawProof(office, askedVersionInput.parse({ versionId, version }));
    // What is withdrawn is dated by the database's clock, which no test moves.
    end(notes.today);
  }
  if (does === "reopen") await reopenProof(office, reopenProofInput.parse({ versionId, version }));
  if (does === "deliver") {
    await moveTo(manager, play.number, "Delivered");
    notes.closed ??= now;
  }
  if (does === "take-up") {
    await moveTo(manager, play.number, "Coating");
    notes.closed = undefined;
  }
  if (does === "retire") {
    await retireJob(manager, { number: play.number });
    notes.isRetired = true;
  }
  if (does === "restore") {
    await restoreJob(manager, { number: play.number });
    notes.isRetired = false;
  }
  if (does === "fold") await foldFacts(manager);
}

async function compare(play: OneProof, notes: Notes, { first, timeZone }: { first: Date; timeZone: string }) {
  const { manager } = play.cast;
  const dated = mintContext({ ...manager, shop: { ...manager.shop, timeZone } });
  const on = (at: Date) => dayIn(timeZone, at);
  const last = on(notes.today);
  for (let day = on(first); day <= last; day = addDays(day, 3)) {
    const waits = notes.waits.filter(({ asked, ended }) => {
      const ends = [ended, notes.closed]
        .filter((one) => one !== undefined)
        .map((one) => (one < asked ? asked : one));
      return !notes.isRetired && on(asked) <= day && ends.every((one) => on(one) > day);
    });
    seen[waits.length > 0 ? "waiting" : "none"] += 1;
    const period = readPeriod({ period: "custom", from: day, to: day }, last);
    const { readings } = await getDashboard(dated, period);
    expect({ day, waiting: readings.waiting?.value }).toEqual({ day, waiting: waits.length });
  }
}

const zones = ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York"];

/** The shop moves, and its days with it. */
const wearZone = ({ office }: OneProof, timeZone: string) =>
  inTransaction(office, ({ tx, shop: mine }) =>
    tx.update(shop).set({ timeZone }).where(eq(shop.id, mine.id)),
  );

const dayOf = ({ office }: OneProof, at: Date) => dayIn(office.shop.timeZone, at);

async function databaseNow({ office }: OneProof): Promise<Date> {
  const [row] = await inTransaction(office, ({ tx }) => tx.execute<{ at: string }>(sql`select now() as at`));
  return new Date(row?.at as string);
}
