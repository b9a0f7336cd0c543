import { eq } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { contactSession } from "@/db/schema/approvals";
import { link } from "@/db/schema/people";
import { database } from "../context";
import { editContact } from "../customers/edit-contact";
import { retireContact } from "../customers/retire-contact";
import { testDatabase } from "../testing/database";
import { messagesOf, queued, releaseQueues, tokenIn } from "../testing/outbox";
import { addPerson, caller, mailedLink, minutes, openPortal, signIn } from "../testing/portal-person";
import { openRealShop } from "../testing/real-shop";
import { changeContactRole } from "./change-contact-role";
import { endContactAccess } from "./end-contact-access";
import { endContactSession } from "./end-contact-sessions";
import { findPortalLink } from "./find-portal-link";
import { inviteContact } from "./invite-contact";
import { mailPortalLink } from "./mail-portal-link";
import { openContactSession } from "./open-contact-session";
import { provePreview } from "./preview-contact";
import { proveContactSession } from "./prove-contact-session";
import { redeemPortalLink } from "./redeem-portal-link";
import { requestPortalLink } from "./request-portal-link";

vi.stubEnv("COATYARD_URL", "https://shop.example.com");
testDatabase();
releaseQueues();

describe("signing in by a mailed link", () => {
  test("SECURITY 5: an unknown address and a known one leave the same trace, and only the known one gets mail", async () => {
    const { email, office } = await openPortal();
    const unknown = `nobody-${crypto.randomUUID()}@example.com`;
    const before = (await messagesOf(office)).length;
    for (const one of [email, unknown]) {
      expect(await requestPortalLink({ email: one, next: "" }, caller())).toBeUndefined();
    }
    const asked = (
      await queued<{ email: string; requestId: string; next: string }>("mail-portal-link")
    ).filter((one) => one.email === email || one.email === unknown);
    expect(asked.map((one) => one.email)).toEqual([email, unknown]);
    for (const one of asked) await mailPortalLink(one);
    expect((await messagesOf(office)).length).toBe(before + 1);
    expect(await database().select().from(link).where(eq(link.email, unknown))).toEqual([]);
  });

  test("SECURITY 6, 18: looking uses nothing up; it signs in once, within ten minutes, and is stored hashed", async () => {
    const { email, office } = await openPortal();
    const token = await mailedLink(office, email);
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    for (let look = 0; look < 3; look += 1) expect(await findPortalLink(token)).toMatchObject({ email });
    expect(JSON.stringify(await database().select().from(link))).not.toContain(token);
    expect(await findPortalLink(token, minutes(11))).toBeNull();
    await expect(redeemPortalLink({ token }, caller(), minutes(11))).rejects.toMatchObject({ code: "gone" });
    const cookie = await redeemPortalLink({ token }, caller());
    expect(await proveContactSession(cookie)).toMatchObject({ actor: { email, role: "approver" } });
    await expect(redeemPortalLink({ token }, caller())).rejects.toMatchObject({ code: "gone" });
    const stored = await database().select().from(contactSession);
    expect(stored.some((one) => cookie.includes(one.tokenHash))).toBe(false);
  });

  test("SECURITY 6: of two who press at once, one signs in", async () => {
    const { email, office } = await openPortal();
    const token = await mailedLink(office, email);
    const pressed = await Promise.allSettled([1, 2, 3, 4].map(() => redeemPortalLink({ token }, caller())));
    expect(pressed.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });

  test("a worker that tries again mails no second link", async () => {
    const { email, office } = await openPortal();
    const told = { requestId: crypto.randomUUID(), email, next: "/portal" };
    await mailPortalLink(told);
    const once = (await messagesOf(office)).length;
    await mailPortalLink(told);
    expect((await messagesOf(office)).length).toBe(once);
  });

  test("an address counts however it was typed", async () => {
    const { office } = await openRealShop();
    const email = `Mixed-${crypto.randomUUID()}@Example.com`;
    const { contactId } = await addPerson(office, "Cedar Steel", email);
    await inviteContact(office, { contactId, role: "viewer" });
    expect((await signIn(office, email.toLowerCase())).ctx.actor.id).toBe(contactId);
  });

  test("SECURITY 23: a seventh request of an hour mails nothing; one network asks thirty times", async () => {
    const { email } = await openPortal();
    for (let n = 0; n < 7; n += 1) await requestPortalLink({ email, next: "" }, caller());
    const asked = await queued<{ email: string }>("mail-portal-link");
    expect(asked.filter((one) => one.email === email)).toHaveLength(6);
    const from = caller();
    for (let n = 0; n < 30; n += 1) await requestPortalLink({ email: `p${n}@example.com`, next: "" }, from);
    await expect(requestPortalLink({ email: "more@example.com", next: "" }, from)).rejects.toMatchObject({
      code: "too-many",
    });
  });
});

describe("who is let in", () => {
  test("an invitation leads to the sign-in page and opens nothing by itself", async () => {
    const { office, email } = await openPortal();
    const [mail] = await messagesOf(office);
    expect(mail).toMatchObject({ kind: "portal-invite", toAddress: email });
    expect(mail?.text).toContain(`https://shop.example.com/portal/sign-in#${encodeURIComponent(email)}`);
    expect(() => tokenIn(mail?.text ?? "")).toThrow("no link");
  });

  test("the floor invites nobody; a contact without an address cannot be invited", async () => {
    const { office, coater, contactId } = await openPortal();
    for (const change of [
      () => inviteContact(coater, { contactId, role: "viewer" }),
      () => changeContactRole(coater, { contactId, role: "viewer" }),
      () => endContactAccess(coater, { contactId }),
      () => provePreview(coater, contactId),
    ]) {
      await expect(change()).rejects.toMatchObject({ code: "forbidden" });
    }
    const silent = await addPerson(office, "Silent Co", "");
    await expect(
      inviteContact(office, { contactId: silent.contactId, role: "viewer" }),
    ).rejects.toMatchObject({
      code: "invalid",
    });
  });

  test("SECURITY 12: another shop's contact cannot be invited, changed, ended or looked through", async () => {
    const { contactId } = await openPortal();
    const other = await openRealShop("Other Shop");
    for (const change of [
      () => inviteContact(other.owner, { contactId, role: "viewer" }),
      () => changeContactRole(other.owner, { contactId, role: "viewer" }),
      () => endContactAccess(other.owner, { contactId }),
      () => provePreview(other.owner, contactId),
    ]) {
      await expect(change()).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test("SECURITY 10: a role changes at the next request, and ending access ends every session at once", async () => {
    const { office, contactId, email } = await openPortal();
    const { cookie } = await signIn(office, email);
    const second = await signIn(office, email);
    await changeContactRole(office, { contactId, role: "viewer" });
    expect(await proveContactSession(cookie)).toMatchObject({ actor: { role: "viewer" } });
    const open = await mailedLink(office, email);
    await endContactAccess(office, { contactId });
    expect(await proveContactSession(cookie)).toBeNull();
    expect(await proveContactSession(second.cookie)).toBeNull();
    await expect(redeemPortalLink({ token: open }, caller())).rejects.toMatchObject({ code: "gone" });
    await inviteContact(office, { contactId, role: "viewer" });
    expect(await proveContactSession(cookie)).toBeNull();
  });

  test("SECURITY 10: another address, or leaving the customer, signs the old one out", async () => {
    const { office, contactId, email } = await openPortal();
    const first = await signIn(office, email);
    const moved = `new-${email}`;
    await editContact(office, { id: contactId, changes: { email: moved }, was: { email } });
    expect(await proveContactSession(first.cookie)).toBeNull();
    const second = await signIn(office, moved);
    await retireContact(office, { id: contactId });
    expect(await proveContactSession(second.cookie)).toBeNull();
  });

  test("SECURITY 9: a session ends when it is idle for thirty days, after ninety, and when it is left", async () => {
    const { office, contactId, email } = await openPortal();
    const { cookie } = await signIn(office, email);
    expect(await proveContactSession(cookie, minutes(29 * 1440))).not.toBeNull();
    expect(await proveContactSession(cookie, minutes(62 * 1440))).toBeNull();
    const at = { shopId: office.shop.id, contactId };
    const old = await openContactSession(at, "Old", minutes(-89 * 1440));
    await database()
      .update(contactSession)
      .set({ seenAt: new Date() })
      .where(eq(contactSession.device, "Old"));
    expect(await proveContactSession(old)).not.toBeNull();
    expect(await proveContactSession(old, minutes(2 * 1440))).toBeNull();
    await endContactSession(cookie);
    expect(await proveContactSession(cookie)).toBeNull();
  });

  test.each(["", "x", "a.b", `${crypto.randomUUID()}.${"A".repeat(43)}`, "' or 1=1 --"])(
    "SECURITY 9: the cookie %j opens nothing",
    async (cookie) => {
      expect(await proveContactSession(cookie)).toBeNull();
    },
  );

  test("SECURITY 12: a session's token is worth nothing in another shop", async () => {
    const { office, email } = await openPortal();
    const other = await openRealShop("Other Shop");
    const { cookie } = await signIn(office, email);
    const [, token] = cookie.split(".");
    expect(await proveContactSession(`${other.owner.shop.id}.${token}`)).toBeNull();
  });
});
