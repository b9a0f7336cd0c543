import { asc, eq, like } from "drizzle-orm";
import { expect, test } from "vitest";
import { approvalLink, proofRecipient } from "@/db/schema/approvals";
import { contact } from "@/db/schema/customers";
import { event } from "@/db/schema/history";
import { inTransaction, type MemberContext } from "../context";
import { makeApprovalLink } from "../people/approval-links";
import { testDatabase } from "../testing/database";
import { lastEvent } from "../testing/one-job";
import {
  addDrawn,
  ask,
  freshPicture,
  playOneProof,
  proofStateOf,
  systemOf,
  versionRow,
} from "../testing/one-proof";
import { releaseQueues } from "../testing/outbox";
import { upload } from "../testing/uploads";
import { addProofVersion } from "./add-proof-version";
import { askForDecision } from "./ask-for-decision";
import { drawProof } from "./draw-proof";
import { askForDecisionInput, newProofVersionInput } from "./input";
import { remindOfProof, remindOnTime } from "./remind-of-proof";
import { reopenProof } from "./reopen-proof";
import { restoreProof } from "./restore-proof";
import { retireProof } from "./retire-proof";
import { withdrawProof } from "./withdraw-proof";

const { inRolledBack } = testDatabase();
releaseQueues();
const play = playOneProof(inRolledBack);

const told = (ctx: MemberContext) =>
  inTransaction(ctx, ({ tx }) =>
    tx.select().from(event).where(like(event.kind, "proof.%")).orderBy(asc(event.seq)),
  );

/** What waits for the worker in this test's transaction, and how many seconds from now. */
async function chores(ctx: MemberContext, name: string) {
  const rows = await inTransaction(ctx, ({ tx }) =>
    tx.execute<{ data: Record<string, unknown>; seconds: number }>(
      `select data, extract(epoch from start_after - now())::int as seconds from pgboss.job where name = '${name}' order by start_after`,
    ),
  );
  return [...rows];
}

test(
  "asks the approvers of the job's customer, and plans the reminders and the end in the same transaction",
  play(async ({ office, dana, dean, versionId, proofId, jobId }) => {
    const { expiresAt } = await ask(office, versionId, [dana, dean], {
      message: "Is this the red you meant?",
    });
    expect(await versionRow(office, versionId)).toMatchObject({
      state: "waiting",
      askedBy: office.actor.id,
      askedAt: office.now,
      message: "Is this the red you meant?",
    });
    expect(await lastEvent(office)).toMatchObject({
      kind: "proof.asked",
      jobId,
      after: { proofId, versionId, contactIds: [dana.actor.id, dean.actor.id] },
    });
    const asking = { shopId: office.shop.id, versionId, askedAt: office.now.toISOString() };
    const reminders = await chores(office, "remind-proof");
    expect(reminders.map((one) => one.data)).toEqual([
      { ...asking, reminder: 1 },
      { ...asking, reminder: 2 },
    ]);
    const [end] = await chores(office, "expire-proof");
    expect(end?.data).toEqual(asking);
    const left = (Date.parse(expiresAt) - office.now.getTime()) / 1000;
    expect(Math.abs((end?.seconds ?? 0) - left)).toBeLessThan(60);
    expect(left / 86_400).toBeGreaterThan(29);
  }),
);

test(
  "refuses viewers, people without an e-mail, strangers, days gone by, and who may not ask",
  play(async ({ office, cast, other, dana, vera, stranger, versionId }) => {
    await expect(ask(office, versionId, [dana, vera])).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("Vera View may look"),
    });
    await expect(ask(office, versionId, [stranger])).rejects.toMatchObject({ code: "not-found" });
    await expect(ask(office, versionId, [dana], { dueOn: "2020-03-09" })).rejects.toMatchObject({
      code: "invalid",
      detail: { field: "dueOn" },
    });
    await expect(ask(cast.painter, versionId, [dana])).rejects.toMatchObject({ code: "forbidden" });
    const input = { versionId, contactIds: [dana.actor.id], version: 1 };
    const parsed = askForDecisionInput.parse(input);
    await expect(askForDecision(other.office, parsed)).rejects.toMatchObject({ code: "not-found" });
    const wrong = askForDecisionInput.safeParse({ ...input, dueOn: "2999-03-09", expiresOn: "2999-03-08" });
    expect(wrong.error?.issues[0]?.path).toEqual(["expiresOn"]);
    await inTransaction(office, ({ tx }) =>
      tx.update(contact).set({ email: "" }).where(eq(contact.id, dana.actor.id)),
    );
    await expect(ask(office, versionId, [dana])).rejects.toMatchObject({
      message: expect.stringContaining("no e-mail address"),
    });
    expect(await versionRow(office, versionId)).toMatchObject({ state: "draft", version: 1 });
  }),
);

test(
  "asking somebody else too tells only the newcomer, and who is no longer asked is not on the list",
  play(async ({ office, dana, dean, versionId, later }) => {
    await ask(office, versionId, [dana]);
    await ask(later(office), versionId, [dana, dean]);
    expect((await lastEvent(office))?.after?.contactIds).toEqual([dean.actor.id]);
    await ask(later(office, 2), versionId, [dean]);
    expect((await lastEvent(office))?.after?.contactIds).toEqual([]);
    const asked = await inTransaction(office, ({ tx }) => tx.select().from(proofRecipient));
    expect(asked.map((one) => one.contactId)).toEqual([dean.actor.id]);
  }),
);

test(
  "a new version supersedes the one that waits, ends its links and is told; the same file again is the same version",
  play(async ({ office, number, jobId, dana, proofId, versionId }) => {
    await ask(office, versionId, [dana]);
    const endsAt = new Date(Date.now() + 86_400_000);
    await inTransaction(office, (work) =>
      makeApprovalLink(work, { versionId, contactId: dana.actor.id, endsAt }),
    );
    const second = await addDrawn(office, number, { proofId, note: "Darker", file: "colour-card.png" });
    expect(second).toMatchObject({ proofId, number: 2 });
    const kinds = (await told(office)).map((one) => one.kind);
    expect(kinds).toEqual([
      "proof.added",
      "proof.drawn",
      "proof.asked",
      "proof.superseded",
      "proof.added",
      "proof.drawn",
    ]);
    expect(await versionRow(office, versionId)).toMatchObject({ state: "superseded" });
    expect(await proofStateOf(office, jobId)).toBe("draft");
    const links = await inTransaction(office, ({ tx }) => tx.select().from(approvalLink));
    expect(links.map((one) => one.revokedAt)).toEqual([office.now]);
    expect(await addDrawn(office, number, { proofId, file: "colour-card.png" })).toEqual(second);
    await expect(ask(office, versionId, [dana])).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Version 2"),
    });
  }),
);

test(
  "a new proof takes its name from its file, and a second press makes no second one",
  play(async ({ office, other, number }) => {
    const { id: fileId } = await upload(office, await freshPicture(), "Red gate.jpg", number);
    const add = (more: object = {}) =>
      addProofVersion(office, newProofVersionInput.parse({ number, fileId, ...more }));
    const made = await add();
    expect(await add()).toEqual(made);
    expect((await told(office)).at(-1)?.after).toMatchObject({ proof: "Red gate", version: 1 });
    expect(await add({ title: "Another" })).not.toEqual(made);
    await expect(add({ proofId: crypto.randomUUID() })).rejects.toMatchObject({ code: "not-found" });
    await expect(add({ fileId: crypto.randomUUID() })).rejects.toMatchObject({ code: "not-found" });
    const abroad = newProofVersionInput.parse({ number, fileId });
    await expect(addProofVersion(other.office, abroad)).rejects.toMatchObject({ code: "not-found" });
  }),
);

test(
  "asks nobody about pages that are not drawn, or cannot be",
  play(async ({ office, number, dana, proofId }) => {
    const { id: fileId } = await upload(office, await freshPicture(), "b.jpg", number);
    const { versionId } = await addProofVersion(
      office,
      newProofVersionInput.parse({ number, proofId, fileId }),
    );
    await expect(ask(office, versionId, [dana])).rejects.toMatchObject({
      message: expect.stringContaining("still being drawn"),
    });
    await drawProof(systemOf(office), { versionId });
    await ask(office, versionId, [dana]);
  }),
);

test(
  "reminds once for each day it is due, of that asking alone, and by hand not twice within ten minutes",
  play(async ({ office, dana, dean, versionId, later }) => {
    await ask(office, versionId, [dana, dean]);
    const asking = { shopId: office.shop.id, versionId, askedAt: office.now.toISOString() };
    await remindOfProof(later(office, 15), { versionId });
    await expect(remindOfProof(later(office, 20), { versionId })).rejects.toMatchObject({ code: "conflict" });
    const reminded = async () => (await told(office)).filter((one) => one.kind === "proof.reminded");
    expect(await reminded()).toMatchObject([
      { after: { reminder: 1, contactIds: expect.arrayContaining([dana.actor.id, dean.actor.id]) } },
    ]);
    const due = later(office, 60 * 24 * 3);
    await remindOnTime(due, { ...asking, reminder: 1 });
    await remindOnTime(due, { ...asking, askedAt: new Date(0).toISOString(), reminder: 2 });
    expect(await reminded()).toHaveLength(1);
    await remindOnTime(due, { ...asking, reminder: 2 });
    await remindOnTime(due, { ...asking, reminder: 2 });
    expect(await reminded()).toHaveLength(2);
    const { version, remindersSent } = await versionRow(office, versionId);
    expect([version, remindersSent]).toEqual([2, 2]);
    await withdrawProof(office, { versionId, version });
    await remindOnTime(due, { ...asking, reminder: 3 });
    await expect(remindOfProof(due, { versionId })).rejects.toMatchObject({ code: "conflict" });
    expect(await reminded()).toHaveLength(2);
  }),
);

test(
  "a proof is taken off and put back, but not while it waits nor once it was decided",
  play(async ({ office, cast, jobId, dana, proofId, versionId }) => {
    await expect(retireProof(cast.painter, { proofId })).rejects.toMatchObject({ code: "forbidden" });
    await retireProof(office, { proofId });
    expect(await proofStateOf(office, jobId)).toBe("");
    await expect(ask(office, versionId, [dana])).rejects.toMatchObject({ code: "not-found" });
    await restoreProof(office, { proofId });
    expect(await proofStateOf(office, jobId)).toBe("draft");
    await ask(office, versionId, [dana]);
    await expect(retireProof(office, { proofId })).rejects.toMatchObject({ code: "conflict" });
  }),
);

test(
  "an older version is not reopened, whether it was superseded or withdrawn before",
  play(async ({ office, number, dana, proofId, versionId }) => {
    const { version } = await ask(office, versionId, [dana]);
    await withdrawProof(office, { versionId, version });
    const second = await addDrawn(office, number, { proofId });
    await addDrawn(office, number, { proofId });
    for (const id of [versionId, second.versionId]) {
      const { version: now } = await versionRow(office, id);
      await expect(reopenProof(office, { versionId: id, version: now, reason: "" })).rejects.toMatchObject({
        code: "conflict",
        message: "Version 3 has taken its place. Reopen that one.",
      });
    }
  }),
);
