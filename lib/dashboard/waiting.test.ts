import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { shop } from "@/db/schema/people";
import { expireProof } from "../approvals/expire-proof";
import { askedVersionInput, recordDecisionInput, reopenProofInput } from "../approvals/input";
import { recordDecisionFor } from "../approvals/record-decision";
import { reopenProof } from "../approvals/reopen-proof";
import { restoreProof } from "../approvals/restore-proof";
import { retireProof } from "../approvals/retire-proof";
import { withdrawProof } from "../approvals/withdraw-proof";
import { inTransaction, mintContext } from "../context";
import { Refusal } from "../errors";
import { restoreJob } from "../jobs/restore-job";
import { retireJob } from "../jobs/retire-job";
import { dayIn } from "../measures/day-in";
import { addDays } from "../measures/days";
import { testDatabase } from "../testing/database";
import { moveTo } from "../testing/numbers";
import { addDrawn, ask, type OneProof, playOneProof, systemOf, versionRow } from "../testing/one-proof";
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
    { weight: 5, arbitrary: fc.constantFrom("ask", "ask", "answer", "withdraw", "reopen", "expire") },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        ...["deliver", "take-up", "take-up", "retire", "restore", "restore", "fold"],
        ...["new version", "retire proof", "retire proof", "restore proof"],
      ),
    },
  ),
  of: fc.nat(2),
  minutes: fc.integer({ min: 60, max: 2_000 }),
  lasts: fc.constantFrom(1, 3, 100),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

type Known = { proofId: string; versionId: string };
/** Each wait as a person would note it, and how the job and its proofs stand. */
type Wait = Known & { asked: Date; expires: Date; ended?: Date };
type Notes = {
  proofs: Known[];
  waits: Wait[];
  closed?: Date;
  isRetired: boolean;
  retiredProofs: Set<string>;
  /** The database's own clock, which no test moves. */
  today: Date;
};

const seen = { waiting: 0, none: 0, again: 0, late: 0, "of a proof taken away": 0 };
afterAll(() => expect(Object.keys(seen).filter((key) => seen[key as keyof typeof seen] === 0)).toEqual([]));

test(
  "the approvals waiting at the end of any day are those asked and neither answered, withdrawn, expired nor closed by then",
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 15, maxLength: 30 }),
        fc.constantFrom(...zones),
        (steps, zone) =>
          playOneProof(inRolledBack)(async (play) => {
            const notes = await begin(play);
            let minute = -50 * 24 * 60;
            const first = play.later(play.office, minute).now;
            for (const one of steps) {
              minute += one.minutes;
              await take(play, notes, one, minute).catch((error: unknown) => {
                if (!(error instanceof Refusal)) throw error;
              });
            }
            count(notes);
            for (const timeZone of [play.office.shop.timeZone, zone]) {
              await wearZone(play, timeZone);
              expect((await verifyFacts(play.cast.manager)).faults).toEqual([]);
              await compare(play, notes, { first, timeZone });
            }
          })(),
      ),
      { numRuns: rounds(100, 20), endOnFailure: true, ...(!isSoak && { seed: 20_261_129 }) },
    ),
  isSoak ? 1_200_000 : 90_000,
);

test("a proof that was taken away never waited; put back, it did", () =>
  playOneProof(inRolledBack)(async (play) => {
    const { office, cast, proofId, versionId, dana, later } = play;
    const asked = later(office, -5 * 24 * 60);
    await ask(asked, versionId, [dana], { expiresOn: addDays(dayOf(play, office.now), 9) });
    const { version } = await versionRow(office, versionId);
    await withdrawProof(office, askedVersionInput.parse({ versionId, version }));
    const waitedYesterday = async () => {
      expect((await verifyFacts(cast.manager)).faults).toEqual([]);
      const day = addDays(dayOf(play, office.now), -1);
      const period = readPeriod({ period: "custom", from: day, to: day }, dayOf(play, office.now));
      return (await getDashboard(cast.manager, period)).readings.waiting?.value;
    };
    expect(await waitedYesterday()).toBe(1);
    await retireProof(office, { proofId });
    expect(await waitedYesterday()).toBe(0);
    await restoreProof(office, { proofId });
    expect(await waitedYesterday()).toBe(1);
  })());

async function begin(play: OneProof): Promise<Notes> {
  const proofs: Known[] = [{ proofId: play.proofId, versionId: play.versionId }];
  for (const title of ["Logo", "Drawing"]) proofs.push(await addDrawn(play.office, play.number, { title }));
  return { proofs, waits: [], isRetired: false, retiredProofs: new Set(), today: await databaseNow(play) };
}

async function take(play: OneProof, notes: Notes, { does, of, lasts }: Step, minute: number): Promise<void> {
  const { number, dana } = play;
  const [office, manager] = [play.later(play.office, minute), play.later(play.cast.manager, minute)];
  const { now } = office;
  const known = notes.proofs[of] as Known;
  const { proofId, versionId } = known;
  const { version } = await versionRow(office, versionId);
  const open = notes.waits.find((one) => one.versionId === versionId && !one.ended);
  const end = (at: Date) => {
    if (open) open.ended = at < open.expires ? at : open.expires;
  };
  if (does === "ask") {
    await ask(office, versionId, [dana], { expiresOn: addDays(dayOf(play, now), lasts) });
    const expires = (await versionRow(office, versionId)).expiresAt as Date;
    if (open && open.expires > now) open.expires = expires;
    else {
      end(now);
      notes.waits.push({ ...known, asked: now, expires });
    }
  }
  if (does === "answer") {
    const answer = { versionId, version, verdict: "approved", contactId: dana.actor.id };
    await recordDecisionFor(office, recordDecisionInput.parse(answer));
    end(now);
  }
  if (does === "withdraw") {
    await withdrawProof(office, askedVersionInput.parse({ versionId, version }));
    end(notes.today);
  }
  if (does === "expire" && open) {
    const { askedAt } = await versionRow(office, versionId);
    const told = { shopId: office.shop.id, versionId, askedAt: askedAt?.toISOString() as string };
    await expireProof({ ...systemOf(office), now }, told);
    if (open.expires <= now) end(notes.today);
  }
  if (does === "reopen") {
    await reopenProof(office, reopenProofInput.parse({ versionId, version }));
    end(notes.today);
  }
  if (does === "new version") {
    known.versionId = (await addDrawn(office, number, { proofId })).versionId;
    end(notes.today);
  }
  if (does === "retire proof") {
    await retireProof(office, { proofId });
    notes.retiredProofs.add(proofId);
  }
  if (does === "restore proof") {
    await restoreProof(office, { proofId });
    notes.retiredProofs.delete(proofId);
  }
  if (does === "deliver") {
    await moveTo(manager, number, "Delivered");
    notes.closed ??= now;
  }
  if (does === "take-up") {
    await moveTo(manager, number, "Coating");
    notes.closed = undefined;
  }
  if (does === "retire") {
    await retireJob(manager, { number });
    notes.isRetired = true;
  }
  if (does === "restore") {
    await restoreJob(manager, { number });
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
    const waits = notes.waits.filter(({ asked, ended, proofId }) => {
      const ends = [ended, notes.closed].filter((one) => one !== undefined);
      const isThere = !notes.isRetired && !notes.retiredProofs.has(proofId);
      return isThere && on(asked) <= day && ends.every((one) => on(one < asked ? asked : one) > day);
    });
    seen[waits.length > 0 ? "waiting" : "none"] += 1;
    const period = readPeriod({ period: "custom", from: day, to: day }, last);
    const { readings } = await getDashboard(dated, period);
    expect({ day, waiting: readings.waiting?.value }).toEqual({ day, waiting: waits.length });
  }
}

function count({ waits, retiredProofs }: Notes): void {
  const ended = waits.filter((one) => one.ended);
  seen.again += ended.length - new Set(ended.map((one) => one.versionId)).size;
  seen.late += ended.filter((one) => one.ended === one.expires).length;
  seen["of a proof taken away"] += waits.filter((one) => retiredProofs.has(one.proofId)).length;
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
