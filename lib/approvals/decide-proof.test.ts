import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { decision } from "@/db/schema/approvals";
import { contact } from "@/db/schema/customers";
import { inTransaction, type MemberContext, type PortalContext } from "../context";
import { createCustomer } from "../customers/create-customer";
import { customerInput } from "../customers/input";
import { editJobInput } from "../jobs/edit-input";
import { editJob } from "../jobs/edit-job";
import { testDatabase } from "../testing/database";
import { lastEvent } from "../testing/one-job";
import {
  addDrawn,
  ask,
  contactOf,
  linkOf,
  playOneProof,
  proofStateOf,
  versionRow,
} from "../testing/one-proof";
import { decideProof } from "./decide-proof";
import { expireProof } from "./expire-proof";
import { decideProofInput, recordDecisionInput } from "./input";
import { recordDecisionFor } from "./record-decision";
import { reopenProof } from "./reopen-proof";
import { withdrawProof } from "./withdraw-proof";

const { inRolledBack } = testDatabase();
const play = playOneProof(inRolledBack);
const phone = { address: "203.0.113.9", device: "Safari on iPhone" };

const decide = (ctx: PortalContext, versionId: string, version: number, more: object = {}) =>
  decideProof(ctx, decideProofInput.parse({ versionId, version, verdict: "approved", ...more }), phone);
const kept = (ctx: MemberContext) =>
  inTransaction(ctx, ({ tx }) => tx.select().from(decision).orderBy(asc(decision.at)));

test(
  "an approval by link is kept with who, when, on which version, how they were known and from where, and told",
  play(async ({ office, number, jobId, dana, proofId, versionId, later }) => {
    const { version } = await ask(office, versionId, [dana]);
    expect(await proofStateOf(office, jobId)).toBe("waiting");
    const made = await decide(later(linkOf(dana, versionId), 5), versionId, version);
    expect(made).toMatchObject({ verdict: "approved", byName: "Dana Drawn", wasThere: false });
    const [row] = await kept(office);
    expect(row).toMatchObject({
      id: made.decisionId,
      jobId,
      proofId,
      versionId,
      verdict: "approved",
      contactId: dana.actor.id,
      memberId: null,
      byEmail: "dana@acme.example",
      knownBy: "link",
      ...phone,
      at: later(dana, 5).now,
    });
    expect(await versionRow(office, versionId)).toMatchObject({ state: "approved", decidedAt: row?.at });
    expect(await proofStateOf(office, jobId)).toBe("approved");
    expect(await lastEvent(office)).toMatchObject({
      kind: "proof.decided",
      actorKind: "link",
      actorId: dana.actor.id,
      subjectId: proofId,
      jobId,
      after: {
        proof: "Colour sample",
        proofId,
        versionId,
        version: 1,
        verdict: "approved",
        contact: "Dana Drawn",
      },
    });
    expect(number).toBeGreaterThan(0);
  }),
);

test(
  "pressing twice answers the decision that stands; another person, or another verdict, is told it is decided",
  play(async ({ office, dana, dean, versionId, later }) => {
    const { version } = await ask(office, versionId, [dana, dean]);
    const first = await decide(linkOf(dana, versionId), versionId, version);
    const again = await decide(later(dana), versionId, version);
    expect(again).toEqual({ ...first, wasThere: true });
    await expect(decide(dean, versionId, version)).rejects.toMatchObject({
      code: "stale",
      message: expect.stringMatching(/^Dana Drawn approved this on .+ tell Quillback/),
    });
    const other = { verdict: "changes", reason: "Darker" };
    await expect(decide(dana, versionId, version, other)).rejects.toMatchObject({ code: "stale" });
    expect(await kept(office)).toHaveLength(1);
  }),
);

test(
  "changes and rejections need a reason, which the shop reads",
  play(async ({ office, jobId, dana, versionId }) => {
    const { version } = await ask(office, versionId, [dana]);
    for (const verdict of ["changes", "rejected"]) {
      const bare = decideProofInput.safeParse({ versionId, version, verdict, reason: "  " });
      expect(bare.error?.issues[0]?.path).toEqual(["reason"]);
    }
    await decide(dana, versionId, version, { verdict: "changes", reason: "Two shades darker" });
    expect(await proofStateOf(office, jobId)).toBe("changes");
    expect((await lastEvent(office))?.after).toMatchObject({
      verdict: "changes",
      reason: "Two shades darker",
    });
  }),
);

test(
  "a viewer decides nothing, by portal or link, nor who became one or left after the mail went out",
  play(async ({ office, dana, vera, versionId }) => {
    const { version } = await ask(office, versionId, [dana]);
    const viewers: PortalContext[] = [vera, linkOf(vera, versionId)];
    for (const ctx of viewers) {
      await expect(decide(ctx, versionId, version)).rejects.toMatchObject({ code: "forbidden" });
    }
    const become = (fields: object) =>
      inTransaction(office, ({ tx }) => tx.update(contact).set(fields).where(eq(contact.id, dana.actor.id)));
    await become({ portalRole: "viewer" });
    for (const ctx of [dana, linkOf(dana, versionId)] as PortalContext[]) {
      await expect(decide(ctx, versionId, version)).rejects.toMatchObject({ code: "forbidden" });
    }
    await become({ portalRole: "approver", retiredAt: new Date() });
    await expect(decide(dana, versionId, version)).rejects.toMatchObject({ code: "not-found" });
    expect(await kept(office)).toEqual([]);
  }),
);

test(
  "SECURITY 12: another customer, another shop and a link to another version find no such proof",
  play(async ({ office, other, number, dana, stranger, versionId }) => {
    const { version } = await ask(office, versionId, [dana]);
    const second = await addDrawn(office, number, { title: "Masking" });
    await ask(office, second.versionId, [dana]);
    const { id: customerId } = await createCustomer(
      other.office,
      customerInput.parse({ name: "Acme Railings" }),
    );
    const abroad = await contactOf(other.office, customerId, "Dana Drawn", "approver");
    const strangers: PortalContext[] = [
      stranger,
      linkOf(stranger, versionId),
      abroad,
      linkOf(abroad, versionId),
    ];
    for (const ctx of [...strangers, linkOf(dana, second.versionId)]) {
      await expect(decide(ctx, versionId, version)).rejects.toMatchObject({ code: "not-found" });
    }
    expect(await kept(office)).toEqual([]);
  }),
);

test(
  "a job that went to another customer takes its question along: the old one's link finds nothing",
  play(async ({ office, number, dana, stranger, versionId }) => {
    const { version } = await ask(office, versionId, [dana]);
    const changes = { customerId: stranger.actor.customerId };
    await editJob(office, editJobInput.parse({ number, changes, was: {} }));
    await expect(decide(linkOf(dana, versionId), versionId, version)).rejects.toMatchObject({
      code: "not-found",
    });
  }),
);

test(
  "SECURITY 16: a superseded version is never approved, and the sentence says the way on",
  play(async ({ office, number, jobId, dana, proofId, versionId }) => {
    const { version } = await ask(office, versionId, [dana]);
    await addDrawn(office, number, { proofId });
    const now = await versionRow(office, versionId);
    for (const seen of [version, now.version]) {
      for (const ctx of [dana, linkOf(dana, versionId)] as PortalContext[]) {
        await expect(decide(ctx, versionId, seen)).rejects.toMatchObject({
          code: "gone",
          message:
            "A newer version has taken its place. It comes to you by e-mail; ask Quillback Powder Coating if it has not.",
          detail: { state: "superseded" },
        });
      }
    }
    const input = { versionId, contactId: dana.actor.id, verdict: "approved", version: now.version };
    await expect(recordDecisionFor(office, recordDecisionInput.parse(input))).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Version 2"),
    });
    expect(await kept(office)).toEqual([]);
    expect(await proofStateOf(office, jobId)).toBe("draft");
  }),
);

test(
  "a version that was never asked about, withdrawn, expired or taken up again is not decided, each with its sentence",
  play(async ({ office, cast, dana, versionId, later }) => {
    await expect(decide(dana, versionId, 1)).rejects.toMatchObject({ code: "not-found" });
    const first = await ask(office, versionId, [dana]);
    const withdrawn = await withdrawProof(office, { versionId, version: first.version });
    await expect(decide(dana, versionId, withdrawn.version)).rejects.toMatchObject({
      code: "gone",
      message: expect.stringContaining("took this question back"),
    });
    const second = await ask(office, versionId, [dana], { expiresOn: "2999-03-09" });
    const ended = later(dana, 60 * 24 * 366 * 1000);
    await expect(decide(ended, versionId, second.version)).rejects.toMatchObject({
      code: "gone",
      message: "This could be answered until Mar 9, 2999. Ask Quillback Powder Coating to send it again.",
    });
    await decide(dana, versionId, second.version);
    await reopenProof(office, { versionId, version: second.version + 1, reason: "Wrong picture" });
    await expect(decide(dana, versionId, second.version + 2)).rejects.toMatchObject({
      code: "gone",
      message: expect.stringContaining("taken this up again"),
    });
    expect(cast.shop.name).toContain("Quillback");
  }),
);

test(
  "a decision made from an older asking is stale",
  play(async ({ office, dana, dean, versionId }) => {
    const { version } = await ask(office, versionId, [dana]);
    await ask(office, versionId, [dana, dean], { message: "By Friday, please" });
    await expect(decide(dana, versionId, version)).rejects.toMatchObject({ code: "stale" });
    await decide(dana, versionId, version + 1);
  }),
);

test(
  "an approver who was not asked may decide in the portal, but a link of one who is asked no longer may not",
  play(async ({ office, dana, dean, versionId }) => {
    await ask(office, versionId, [dana]);
    const { version } = await ask(office, versionId, [dean]);
    await expect(decide(linkOf(dana, versionId), versionId, version)).rejects.toMatchObject({ code: "gone" });
    expect(await decide(dana, versionId, version)).toMatchObject({ byName: "Dana Drawn" });
  }),
);

test(
  "an asking expires once its time is over, and no sooner; an answered one stays answered",
  play(async ({ office, jobId, dana, versionId, later }) => {
    const first = await ask(office, versionId, [dana], { expiresOn: "2999-03-09" });
    const { askedAt } = await versionRow(office, versionId);
    const told = { shopId: office.shop.id, versionId, askedAt: (askedAt as Date).toISOString() };
    await expireProof(office, told);
    expect(await versionRow(office, versionId)).toMatchObject({ state: "waiting" });
    const over = { ...office, now: new Date(first.expiresAt) };
    await expireProof(over, { ...told, askedAt: new Date(0).toISOString() });
    expect(await versionRow(office, versionId)).toMatchObject({ state: "waiting" });
    await expireProof(over, told);
    await expireProof(over, told);
    expect(await versionRow(office, versionId)).toMatchObject({
      state: "expired",
      version: first.version + 1,
    });
    expect(await proofStateOf(office, jobId)).toBe("draft");
    expect((await lastEvent(office))?.kind).toBe("proof.expired");
    const again = await ask(later(office), versionId, [dana]);
    await decide(dana, versionId, again.version);
    await expireProof(over, told);
    expect(await versionRow(office, versionId)).toMatchObject({ state: "approved" });
  }),
);

test(
  "staff record what was said at the counter for a contact, and reopening keeps it on record",
  play(async ({ office, cast, jobId, dana, vera, stranger, versionId, later }) => {
    const record = (ctx: MemberContext, contactId: string, version: number) =>
      recordDecisionFor(
        ctx,
        recordDecisionInput.parse({
          versionId,
          contactId,
          version,
          verdict: "approved",
          reason: "At the counter",
        }),
      );
    await expect(record(cast.painter, dana.actor.id, 1)).rejects.toMatchObject({ code: "forbidden" });
    await expect(record(office, vera.actor.id, 1)).rejects.toMatchObject({ code: "conflict" });
    await expect(record(office, stranger.actor.id, 1)).rejects.toMatchObject({ code: "not-found" });
    await record(office, dana.actor.id, 1);
    await expect(record(office, dana.actor.id, 2)).rejects.toMatchObject({ code: "conflict" });
    expect(await kept(office)).toMatchObject([
      { byName: "Dana Drawn", knownBy: "member", memberId: office.actor.id, reason: "At the counter" },
    ]);
    await reopenProof(office, { versionId, version: 2, reason: "" });
    expect(await proofStateOf(office, jobId)).toBe("draft");
    await record(later(office), dana.actor.id, 3);
    expect(await kept(office)).toHaveLength(2);
  }),
);

test(
  "a decision is kept for good: the app cannot change or delete it",
  play(async ({ office, dana, versionId }) => {
    const { version } = await ask(office, versionId, [dana]);
    await decide(dana, versionId, version);
    const changed = inTransaction(office, ({ tx }) => tx.update(decision).set({ verdict: "rejected" }));
    await expect(changed).rejects.toMatchObject({ cause: { code: "42501" } });
    const deleted = inTransaction(office, ({ tx }) => tx.delete(decision));
    await expect(deleted).rejects.toMatchObject({ cause: { code: "42501" } });
    expect(await kept(office)).toMatchObject([{ verdict: "approved" }]);
  }),
);
