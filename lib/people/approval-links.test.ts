import { eq } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { approvalLink, proofVersion } from "@/db/schema/approvals";
import { decideProof } from "../approvals/decide-proof";
import { getProofForCustomer } from "../approvals/get-proof-for-customer";
import { withdrawProof } from "../approvals/withdraw-proof";
import { type ContactContext, database, inTransaction, type MemberContext } from "../context";
import { createCustomer } from "../customers/create-customer";
import { customerInput } from "../customers/input";
import { createJob } from "../jobs/create-job";
import { newJobInput } from "../jobs/input";
import { mailFreshLink } from "../portal/mail-fresh-link";
import { requestFreshLink } from "../portal/request-fresh-link";
import { testDatabase } from "../testing/database";
import { addDrawn, ask, contactOf, systemOf, versionRow } from "../testing/one-proof";
import { messagesOf, queued, releaseQueues, tokenIn } from "../testing/outbox";
import { openRealShop } from "../testing/real-shop";
import { makeApprovalLink } from "./approval-links";
import { changeContactRole } from "./change-contact-role";
import { endContactAccess } from "./end-contact-access";
import { type FoundLink, findApprovalLink } from "./find-approval-link";

vi.stubEnv("COATYARD_URL", "https://shop.example.com");
testDatabase();
releaseQueues();

const minutes = (count: number) => new Date(Date.now() + count * 60_000);
let host = 0;
const caller = () => {
  host += 1;
  return { address: `203.0.113.${host}`, device: "Safari on iPhone", deviceCookie: "" };
};

/** A drawn proof that two contacts were asked about, and the link mailed to the first. */
async function openAsked() {
  const { office } = await openRealShop();
  const customer = await createCustomer(office, customerInput.parse({ name: "Acme Railings" }));
  const { number } = await createJob(
    office,
    newJobInput.parse({ customerId: customer.id, parts: [{ description: "Gate" }] }),
  );
  const dana = await contactOf(office, customer.id, "Dana Drawn", "approver");
  const dean = await contactOf(office, customer.id, "Dean Deed", "approver");
  const { versionId, proofId } = await addDrawn(office, number, { title: "Colour sample" });
  await ask(office, versionId, [dana, dean]);
  const token = await linkFor(office, versionId, dana);
  return { office, number, dana, dean, versionId, proofId, token };
}

async function linkFor(office: MemberContext, versionId: string, who: ContactContext, endsAt = minutes(60)) {
  const url = await inTransaction(office, (work) =>
    makeApprovalLink(work, { versionId, contactId: who.actor.id, endsAt }),
  );
  expect(url).toMatch(/^https:\/\/shop\.example\.com\/a\//);
  return tokenIn(url);
}

function live(found: FoundLink | null) {
  if (found?.state !== "live") throw new Error(`the link is ${found?.state}`);
  return found.ctx;
}

const rows = () => Promise.all([database().select().from(approvalLink)]);

describe("SECURITY 18: a link to one decision", () => {
  test("knows whom it was sent to and its one version; looking changes nothing; it is stored hashed", async () => {
    const { office, dana, versionId, token } = await openAsked();
    const before = JSON.stringify([await rows(), await versionRow(office, versionId)]);
    for (let look = 0; look < 3; look += 1) {
      const ctx = live(await findApprovalLink(token));
      expect(ctx.actor).toMatchObject({ kind: "link", id: dana.actor.id, versionId, name: "Dana Drawn" });
      await getProofForCustomer(ctx, versionId);
    }
    expect(JSON.stringify([await rows(), await versionRow(office, versionId)])).toBe(before);
    expect(before).not.toContain(token);
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
  });

  test("opens no other version, of the same proof or another", async () => {
    const { office, number, dana, token } = await openAsked();
    const ctx = live(await findApprovalLink(token));
    const second = await addDrawn(office, number, { title: "Another" });
    await ask(office, second.versionId, [dana]);
    await expect(getProofForCustomer(ctx, second.versionId)).rejects.toMatchObject({ code: "not-found" });
    const { version } = await versionRow(office, second.versionId);
    const decided = { versionId: second.versionId, verdict: "approved" as const, reason: "", version };
    await expect(decideProof(ctx, decided, caller())).rejects.toMatchObject({ code: "not-found" });
  });

  test("ends at its end, and then shows nothing but that", async () => {
    const { token } = await openAsked();
    const found = await findApprovalLink(token, minutes(61));
    expect(found).toMatchObject({ state: "ended", versionState: "waiting", freshTo: "d…@acme.example" });
    expect(JSON.stringify(found)).not.toMatch(/Colour|Gate|Dana/);
  });

  test("a newer version or a withdrawal ends it, and it says which", async () => {
    const { office, number, dana, versionId, proofId, token } = await openAsked();
    const newer = await addDrawn(office, number, { proofId });
    expect(await findApprovalLink(token)).toMatchObject({
      state: "revoked",
      versionState: "superseded",
      freshTo: null,
    });
    await ask(office, newer.versionId, [dana]);
    expect(await findApprovalLink(token)).toMatchObject({ state: "revoked", freshTo: "d…@acme.example" });
    const other = await openAsked();
    const { version } = await versionRow(other.office, other.versionId);
    await withdrawProof(other.office, { versionId: other.versionId, version });
    expect(await findApprovalLink(other.token)).toMatchObject({
      state: "revoked",
      versionState: "withdrawn",
      freshTo: null,
    });
    expect(versionId).not.toBe(newer.versionId);
  });

  test("ends with its holder's access, and when they only look from now on", async () => {
    const { office, dana, dean, versionId, token } = await openAsked();
    await endContactAccess(office, { contactId: dana.actor.id });
    expect(await findApprovalLink(token)).toMatchObject({ state: "revoked" });
    const deans = await linkFor(office, versionId, dean);
    await changeContactRole(office, { contactId: dean.actor.id, role: "viewer" });
    expect(await findApprovalLink(deans)).toMatchObject({ state: "revoked", freshTo: null });
  });

  test("SECURITY 16: who may only look decides nothing, by the portal or an old link", async () => {
    const { office, dean, versionId } = await openAsked();
    const ctx = live(await findApprovalLink(await linkFor(office, versionId, dean)));
    await changeContactRole(office, { contactId: dean.actor.id, role: "viewer" });
    const { version } = await versionRow(office, versionId);
    const decided = { versionId, verdict: "approved" as const, reason: "", version };
    for (const who of [ctx, { ...dean, now: new Date() }]) {
      await expect(decideProof(who, decided, caller())).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await versionRow(office, versionId)).toMatchObject({ state: "waiting" });
  });

  test.each(["", "x", "A".repeat(43), "A".repeat(44), "../portal", "%00"])(
    "%j never was a link",
    async (text) => {
      expect(await findApprovalLink(text)).toBeNull();
    },
  );
});

describe("a fresh link", () => {
  const mailed = async () => {
    const [told] = (
      await queued<{ shopId: string; requestId: string; linkId: string }>("mail-fresh-link")
    ).slice(-1);
    if (!told) throw new Error("nothing asked for");
    return told;
  };

  test("goes to the address the old one went to, once, and opens what waits now", async () => {
    const { office, number, dana, proofId, token } = await openAsked();
    const newer = await addDrawn(office, number, { proofId });
    await ask(office, newer.versionId, [dana]);
    expect(await requestFreshLink({ token }, caller())).toEqual({ to: "d…@acme.example" });
    const told = await mailed();
    await mailFreshLink(systemOf(office), told);
    const before = (await messagesOf(office)).length;
    const [mail] = await messagesOf(office);
    expect(mail).toMatchObject({
      kind: "fresh-link",
      toAddress: "dana@acme.example",
      contactId: dana.actor.id,
    });
    const ctx = live(await findApprovalLink(tokenIn(mail?.text ?? "")));
    expect(ctx.actor.versionId).toBe(newer.versionId);
    await mailFreshLink(systemOf(office), told);
    expect((await messagesOf(office)).length).toBe(before);
  });

  test("is not to be had for a link that works, one that waits for nothing, or none at all", async () => {
    const { office, versionId, token } = await openAsked();
    await expect(requestFreshLink({ token }, caller())).rejects.toMatchObject({ code: "conflict" });
    const { version } = await versionRow(office, versionId);
    await withdrawProof(office, { versionId, version });
    await expect(requestFreshLink({ token }, caller())).rejects.toMatchObject({ code: "gone" });
    await expect(requestFreshLink({ token: "A".repeat(43) }, caller())).rejects.toMatchObject({
      code: "gone",
    });
  });

  test("SECURITY 23: three times an hour for a link, twenty for a network", async () => {
    const { office, dana, versionId } = await openAsked();
    const old = await linkFor(office, versionId, dana, minutes(-1));
    for (let n = 0; n < 3; n += 1) await requestFreshLink({ token: old }, caller());
    await expect(requestFreshLink({ token: old }, caller())).rejects.toMatchObject({ code: "too-many" });
    const from = caller();
    const none = "B".repeat(43);
    for (let n = 0; n < 20; n += 1) await requestFreshLink({ token: none }, from).catch(() => {});
    await expect(requestFreshLink({ token: none }, from)).rejects.toMatchObject({ code: "too-many" });
  });

  test("is not mailed for a question that closed meanwhile", async () => {
    const { office, dana, versionId } = await openAsked();
    const old = await linkFor(office, versionId, dana, minutes(-1));
    await requestFreshLink({ token: old }, caller());
    const before = (await messagesOf(office)).length;
    await inTransaction(office, ({ tx }) =>
      tx.update(proofVersion).set({ state: "withdrawn" }).where(eq(proofVersion.id, versionId)),
    );
    await mailFreshLink(systemOf(office), await mailed());
    expect((await messagesOf(office)).length).toBe(before);
  });
});
