import { asc, eq, like } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decision, proof, proofVersion } from "@/db/schema/approvals";
import { event } from "@/db/schema/history";
import type { ProofState } from "@/db/vocabulary";
import { inTransaction, type MemberContext, type PortalContext } from "../context";
import { Refusal } from "../errors";
import { testDatabase } from "../testing/database";
import {
  freshPicture,
  linkOf,
  type OneProof,
  playOneProof,
  proofStateOf,
  systemOf,
} from "../testing/one-proof";
import { isSoak } from "../testing/rounds";
import { upload } from "../testing/uploads";
import { addProofVersion } from "./add-proof-version";
import { askForDecision } from "./ask-for-decision";
import { decideProof } from "./decide-proof";
import { expireProof } from "./expire-proof";
import { askForDecisionInput, decideProofInput, newProofVersionInput, recordDecisionInput } from "./input";
import { recordDecisionFor } from "./record-decision";
import { remindOfProof } from "./remind-of-proof";
import { reopenProof } from "./reopen-proof";
import { restoreProof } from "./restore-proof";
import { retireProof } from "./retire-proof";
import { withdrawProof } from "./withdraw-proof";

const { inRolledBack } = testDatabase();

const act = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("add" as const, "withdraw" as const, "reopen" as const) },
  { weight: 4, arbitrary: fc.constant("ask" as const) },
  { weight: 5, arbitrary: fc.constant("decide" as const) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "record" as const,
      "expire" as const,
      "remind" as const,
      "retire" as const,
      "restore" as const,
    ),
  },
);
/** What is done, to which of the last versions, by whom, and whether they look at an old page. */
const step = fc.record({
  act,
  at: fc.nat(11),
  who: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom("dana" as const, "dean" as const) },
    { weight: 1, arbitrary: fc.constantFrom("vera" as const, "stranger" as const) },
  ),
  byLink: fc.boolean(),
  verdict: fc.constantFrom("approved" as const, "rejected" as const, "changes" as const),
  isStale: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
  isLate: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const versionsOf = (ctx: MemberContext) =>
  inTransaction(ctx, ({ tx }) => tx.select().from(proofVersion).orderBy(asc(proofVersion.createdAt)));

/** Does one step by its real command; a refusal is an answer like any other. */
async function take(play: OneProof, fileIds: string[], minute: number, one: Step): Promise<void> {
  const office = play.later(play.office, minute);
  const versions = await versionsOf(office);
  const of = versions[
    versions.length - 1 - (one.at % Math.min(3, versions.length))
  ] as (typeof versions)[number];
  const version = of.version - (one.isStale && of.version > 1 ? 1 : 0);
  const aim = { versionId: of.id, version };
  const who = play.later(play[one.who], minute);
  const decided = { ...aim, verdict: one.verdict, reason: "Darker" };
  const commands: Record<Step["act"], () => Promise<unknown>> = {
    add: async () => {
      const isNew = one.at % 4 === 0;
      const fileId = fileIds[minute % fileIds.length];
      const input = {
        number: play.number,
        fileId,
        proofId: isNew ? null : of.proofId,
        title: `Proof ${minute}`,
      };
      const { versionId } = await addProofVersion(office, newProofVersionInput.parse(input));
      await inTransaction(office, ({ tx }) =>
        tx.update(proofVersion).set({ pages: 1 }).where(eq(proofVersion.id, versionId)),
      );
    },
    ask: () =>
      askForDecision(
        office,
        askForDecisionInput.parse({ ...aim, contactIds: [play.dana.actor.id, play.dean.actor.id] }),
      ),
    decide: () => {
      const ctx: PortalContext = one.byLink ? linkOf(who, of.id) : who;
      return decideProof(ctx, decideProofInput.parse(decided), { address: "", device: "" });
    },
    record: () =>
      recordDecisionFor(office, recordDecisionInput.parse({ ...decided, contactId: who.actor.id })),
    withdraw: () => withdrawProof(office, aim),
    reopen: () => reopenProof(office, { ...aim, reason: "" }),
    expire: () => {
      const asking = { shopId: office.shop.id, versionId: of.id, askedAt: of.askedAt?.toISOString() ?? "" };
      const at = one.isLate && of.expiresAt ? of.expiresAt : office.now;
      return expireProof({ ...systemOf(office), now: at }, asking);
    },
    remind: () => remindOfProof(office, aim),
    retire: () => retireProof(office, { proofId: of.proofId }),
    restore: () => restoreProof(office, { proofId: of.proofId }),
  };
  try {
    await commands[one.act]();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

const becomes: Record<string, (after: Record<string, unknown>) => ProofState> = {
  "proof.added": () => "draft",
  "proof.asked": () => "waiting",
  "proof.decided": (after) => after.verdict as ProofState,
  "proof.withdrawn": () => "withdrawn",
  "proof.reopened": () => "draft",
  "proof.expired": () => "expired",
  "proof.superseded": () => "superseded",
};
const worstFirst: [string, ProofState[]][] = [
  ["changes", ["changes", "rejected"]],
  ["draft", ["draft", "withdrawn", "expired", "superseded"]],
  ["waiting", ["waiting"]],
  ["approved", ["approved"]],
];

/** What must hold whatever was done, read from the rows and from the spine apart from each other. */
async function holds({ office, jobId }: OneProof): Promise<void> {
  const versions = await versionsOf(office);
  const proofs = await inTransaction(office, ({ tx }) => tx.select().from(proof));
  const told = await inTransaction(office, ({ tx }) =>
    tx.select().from(event).where(like(event.kind, "proof.%")).orderBy(asc(event.seq)),
  );
  const decisions = await inTransaction(office, ({ tx }) => tx.select().from(decision));
  const newest = proofs
    .filter((one) => !one.retiredAt)
    .map(
      (of) =>
        versions.filter((one) => one.proofId === of.id).toSorted((a, b) => b.number - a.number)[0]?.state,
    );
  const [expected = ""] =
    worstFirst.find(([, states]) => newest.some((one) => one && states.includes(one))) ?? [];
  expect(await proofStateOf(office, jobId)).toBe(expected);
  for (const { id, state, number, proofId } of versions) {
    const of = told.filter((one) => one.after?.versionId === id);
    const isOldest = versions.some((one) => one.proofId === proofId && one.number > number);
    const path = of.flatMap((one) => becomes[one.kind]?.(one.after ?? {}) ?? []);
    const last = path.at(-1);
    // A draft or a withdrawn version gives way without a word.
    expect(state).toBe(isOldest && last === "draft" ? "superseded" : last);
    const verdicts = of.map((one) => one.kind).filter((kind) => /decided|reopened/.test(kind));
    expect(
      verdicts.some((kind, at) => kind === "proof.decided" && verdicts[at - 1] === "proof.decided"),
    ).toBe(false);
    const kinds = of.map((one) => one.kind);
    const replacedAt = kinds.indexOf("proof.superseded");
    if (replacedAt >= 0) expect(kinds.slice(replacedAt + 1).filter((kind) => becomes[kind])).toEqual([]);
    const made = decisions.filter((one) => one.versionId === id);
    expect(made).toHaveLength(kinds.filter((kind) => kind === "proof.decided").length);
    const names = made.map((one) => one.byName);
    expect(names.filter((name) => !["Dana Drawn", "Dean Deed"].includes(name))).toEqual([]);
  }
}

test(
  "SECURITY 16, 18: whatever is done in whatever order, a superseded version is never decided, one asking has one decision at most, and the board says what the proofs say",
  () =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), (steps) =>
        playOneProof(inRolledBack)(async (play) => {
          const fileIds: string[] = [];
          for (let file = 0; file < 3; file++) {
            fileIds.push((await upload(play.office, await freshPicture(), `${file}.png`, play.number)).id);
          }
          for (const [at, one] of steps.entries()) {
            await take(play, fileIds, (at + 1) * 11, one);
            await holds(play);
          }
        })(),
      ),
      { numRuns: isSoak ? 500 : 20 },
    ),
  isSoak ? 1_800_000 : 120_000,
);
