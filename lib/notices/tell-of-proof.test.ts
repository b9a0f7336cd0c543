import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { approvalLink } from "@/db/schema/approvals";
import { contact } from "@/db/schema/customers";
import { message } from "@/db/schema/messages";
import { decideProof } from "../approvals/decide-proof";
import { askedVersionInput, decideProofInput, recordDecisionInput } from "../approvals/input";
import { recordDecisionFor } from "../approvals/record-decision";
import { remindOfProof } from "../approvals/remind-of-proof";
import { withdrawProof } from "../approvals/withdraw-proof";
import { inTransaction } from "../context";
import { recordEvent } from "../history/record-event";
import { hashToken } from "../people/tokens";
import { testDatabase } from "../testing/database";
import { ask, linkOf, type OneProof, playOneProof, systemOf, versionRow } from "../testing/one-proof";
import { releaseQueues } from "../testing/outbox";
import { tellCustomers } from "./tell-customers";

const { inRolledBack } = testDatabase();
releaseQueues();
const play = playOneProof(inRolledBack);
const caller = { address: "203.0.113.9", device: "Firefox on Linux" };

const readOn = async ({ office }: OneProof) => {
  while (await tellCustomers(systemOf(office)));
};
const mails = ({ office }: OneProof) =>
  inTransaction(office, ({ tx }) => tx.select().from(message).orderBy(asc(message.toAddress)));
const tokenOf = (text: string) => text.match(/http:\/\/localhost:3000\/a\/([\w-]{43})/)?.[1] ?? "";
const decide = async (on: OneProof, verdict: "approved" | "changes", reason = "") => {
  const { version } = await versionRow(on.office, on.versionId);
  const input = decideProofInput.parse({ versionId: on.versionId, verdict, reason, version });
  return decideProof(linkOf(on.dana, on.versionId), input, caller);
};

test(
  "SECURITY 18, 22: each who is asked gets a link of their own to this one version, under the shop's own address, once",
  play(async (on) => {
    await ask(on.office, on.versionId, [on.dana, on.dean], { message: "Is this the white you meant?" });
    await readOn(on);
    await readOn(on);
    const [one, other, ...more] = await mails(on);
    expect(more).toEqual([]);
    expect([one?.toAddress, other?.toAddress]).toEqual(["dana@acme.example", "dean@acme.example"]);
    expect(one).toMatchObject({
      kind: "proof-asked",
      subject: `Please approve: Colour sample, job ${on.number}`,
      contactId: on.dana.actor.id,
      jobId: on.jobId,
    });
    expect(one?.text).toContain("Is this the white you meant?");
    expect(one?.html).toContain(tokenOf(one?.text ?? ""));
    const links = await inTransaction(on.office, ({ tx }) => tx.select().from(approvalLink));
    const holders = links.map((link) => [link.tokenHash, link.contactId, link.versionId]).sort();
    const sent = [one, other].map((mail, at) => [
      hashToken(tokenOf(mail?.text ?? "")),
      [on.dana, on.dean][at]?.actor.id,
      on.versionId,
    ]);
    expect(holders).toEqual(sent.sort());
    const { expiresAt } = await versionRow(on.office, on.versionId);
    for (const link of links) expect(link.endsAt).toEqual(expiresAt);
  }),
);

test(
  "nobody is asked about what was withdrawn before the mail was written, nor who left or only looks",
  play(async (on) => {
    await ask(on.office, on.versionId, [on.dana, on.dean]);
    await inTransaction(on.office, async ({ tx }) => {
      await tx.update(contact).set({ retiredAt: new Date() }).where(eq(contact.id, on.dana.actor.id));
      await tx.update(contact).set({ portalRole: "viewer" }).where(eq(contact.id, on.dean.actor.id));
    });
    await readOn(on);
    expect(await mails(on)).toEqual([]);
    await inTransaction(on.office, ({ tx }) =>
      tx.update(contact).set({ retiredAt: null, portalRole: "approver" }),
    );
    const { version } = await versionRow(on.office, on.versionId);
    await remindOfProof(on.later(on.office, 60), { versionId: on.versionId });
    await withdrawProof(on.office, askedVersionInput.parse({ versionId: on.versionId, version }));
    await readOn(on);
    expect(await mails(on)).toEqual([]);
  }),
);

test(
  "an event that says too little is passed over and holds up nothing",
  play(async (on) => {
    await inTransaction(on.office, async (work) =>
      recordEvent(work, {
        kind: "proof.decided",
        subjectId: on.proofId,
        jobId: on.jobId,
        after: { verdict: "no" },
      }),
    );
    await ask(on.office, on.versionId, [on.dana]);
    await readOn(on);
    expect((await mails(on)).map((one) => one.kind)).toEqual(["proof-asked"]);
  }),
);

test(
  "a reminder is a mail of its own with a link of its own",
  play(async (on) => {
    await ask(on.office, on.versionId, [on.dana]);
    await readOn(on);
    await remindOfProof(on.later(on.office, 60), { versionId: on.versionId });
    await readOn(on);
    const sent = await mails(on);
    expect(sent.map((one) => one.kind).sort()).toEqual(["proof-asked", "proof-reminded"]);
    expect(new Set(sent.map((one) => tokenOf(one.text))).size).toBe(2);
  }),
);

test(
  "who decided gets a receipt with its link, the others that it is settled and no link",
  play(async (on) => {
    await ask(on.office, on.versionId, [on.dana, on.dean]);
    await decide(on, "changes", "A shade lighter, please.");
    await readOn(on);
    const [decider, other, ...more] = await mails(on);
    expect(more).toEqual([]);
    expect(decider).toMatchObject({ kind: "proof-decided", toAddress: "dana@acme.example" });
    expect(decider?.text).toContain(
      "You asked for changes to Colour sample, version 1. We will send you a new version.",
    );
    expect(decider?.text).toContain("“A shade lighter, please.”");
    expect(tokenOf(decider?.text ?? "")).not.toBe("");
    expect(other?.text).toContain("Dana Drawn asked for changes to Colour sample, version 1.");
    expect(other?.text).not.toContain("http");
  }),
);

test(
  "what staff recorded for a contact is confirmed to that contact",
  play(async (on) => {
    const { version } = await versionRow(on.office, on.versionId);
    const recorded = { versionId: on.versionId, verdict: "approved", version, contactId: on.dean.actor.id };
    await recordDecisionFor(on.office, recordDecisionInput.parse(recorded));
    await readOn(on);
    const sent = await mails(on);
    expect(sent.map((one) => one.toAddress)).toEqual(["dean@acme.example"]);
    expect(sent[0]?.text).toContain(
      "noted that you approved Colour sample, version 1. We go on with the job.",
    );
    expect(sent[0]?.text).not.toContain("“");
  }),
);
