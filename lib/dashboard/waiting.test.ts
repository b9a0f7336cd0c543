import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { askedVersionInput, recordDecisionInput, reopenProofInput } from "../approvals/input";
import { recordDecisionFor } from "../approvals/record-decision";
import { reopenProof } from "../approvals/reopen-proof";
import { withdrawProof } from "../approvals/withdraw-proof";
import { inTransaction } from "../context";
import { Refusal } from "../errors";
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
  does: fc.constantFrom("ask", "ask", "ask", "answer", "withdraw", "reopen", "deliver", "take-up", "fold"),
  of: fc.nat(2),
  minutes: fc.integer({ min: 60, max: 2_000 }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Each version's last wait as a person would note it, from its first asking on, the job's closing beside. */
type Asking = { asked: Date; ended?: Date };
type Notes = { askings: Map<string, Asking>; closed?: Date; today: Date };

const seen = { waiting: 0, none: 0 };
afterAll(() => expect(Object.values(seen)).not.toContain(0));

test(
  "the approvals waiting at the end of any day are those asked and neither answered, withdrawn nor closed by then",
  () =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 30 }), (steps) =>
        playOneProof(inRolledBack)(async (play) => {
          const { office, number } = play;
          const versions = [play.versionId];
          for (const title of ["Logo", "Drawing"])
            versions.push((await addDrawn(office, number, { title })).versionId);
          const notes: Notes = { askings: new Map(), today: await databaseNow(play) };
          let minute = -50 * 24 * 60;
          const first = play.later(office, minute).now;
          for (const one of steps) {
            minute += one.minutes;
            await take(play, notes, versions[one.of] as string, one, minute).catch((error: unknown) => {
              if (!(error instanceof Refusal)) throw error;
            });
          }
          expect((await verifyFacts(play.cast.manager)).faults).toEqual([]);
          await compare(play, notes, first);
        })(),
      ),
      { numRuns: rounds(100), endOnFailure: true, ...(!isSoak && { seed: 20_261_129 }) },
    ),
  isSoak ? 1_200_000 : 60_000,
);

async function take(play: OneProof, notes: Notes, versionId: string, { does }: Step, minute: number) {
  const [office, manager] = [play.later(play.office, minute), play.later(play.cast.manager, minute)];
  const { now } = office;
  const { version } = await versionRow(office, versionId);
  const end = (at: Date) => {
    const asking = notes.askings.get(versionId);
    if (asking) asking.ended ??= notes.closed ?? at;
  };
  if (does === "ask") {
    await ask(office, versionId, [play.dana], { expiresOn: addDays(dayOf(play, now), 200) });
    const last = notes.askings.get(versionId);
    if (!last || last.ended) notes.askings.set(versionId, { asked: now });
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
  if (does === "fold") await foldFacts(manager);
}

async function compare(play: OneProof, { askings, closed, today }: Notes, first: Date): Promise<void> {
  const last = dayOf(play, today);
  for (let day = dayOf(play, first); day <= last; day = addDays(day, 3)) {
    const waits = [...askings.values()].filter(({ asked, ended = closed }) => {
      const isOver = ended !== undefined && (ended < asked || dayOf(play, ended) <= day);
      return dayOf(play, asked) <= day && !isOver;
    });
    seen[waits.length > 0 ? "waiting" : "none"] += 1;
    const period = readPeriod({ period: "custom", from: day, to: day }, last);
    const { readings } = await getDashboard(play.cast.manager, period);
    expect({ day, waiting: readings.waiting?.value }).toEqual({ day, waiting: waits.length });
  }
}

const dayOf = ({ office }: OneProof, at: Date) => dayIn(office.shop.timeZone, at);

async function databaseNow({ office }: OneProof): Promise<Date> {
  const [row] = await inTransaction(office, ({ tx }) => tx.execute<{ at: string }>(sql`select now() as at`));
  return new Date(row?.at as string);
}
