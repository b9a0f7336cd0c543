import { and, eq } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { link, member, person, session } from "@/db/schema/people";
import { database, inTransaction, type MemberContext } from "../context";
import { testDatabase } from "../testing/database";
import { messagesOf, queued, releaseQueues, tokenIn } from "../testing/outbox";
import { openRealShop } from "../testing/real-shop";
import { changePassword } from "./change-password";
import { findReset } from "./find-reset";
import { mailReset } from "./mail-reset";
import { openSession } from "./open-session";
import { hashPassword, isRightPassword } from "./passwords";
import { proveSession } from "./prove-session";
import { requestReset } from "./request-reset";
import { resetPassword } from "./reset-password";
import { revokeSession } from "./revoke-session";
import { signOutEverywhere } from "./sign-out-everywhere";

vi.stubEnv("COATYARD_URL", "https://shop.example.com");
testDatabase();
releaseQueues();

const password = "correct horse battery";
const fresh = "kettle mop window seven";
let host = 0;
const caller = () => {
  host += 1;
  return { address: `192.0.2.${host}`, device: "Chrome on Windows", deviceCookie: "" };
};

async function newOwner(): Promise<{ ctx: MemberContext; email: string }> {
  const { owner } = await openRealShop();
  const passwordHash = await hashPassword(password);
  const [row] = await database()
    .update(person)
    .set({ passwordHash })
    .where(eq(person.id, owner.actor.personId))
    .returning();
  return { ctx: owner, email: row?.email as string };
}

async function mailedToken(ctx: MemberContext, email: string, now = new Date()): Promise<string> {
  await mailReset({ requestId: crypto.randomUUID(), email }, now);
  const [newest] = await messagesOf(ctx);
  return tokenIn(newest?.text ?? "");
}

const isPassword = async (ctx: MemberContext, typed: string) => {
  const [row] = await database().select().from(person).where(eq(person.id, ctx.actor.personId));
  return isRightPassword(row?.passwordHash ?? null, typed);
};

describe("asking for a new password", () => {
  test("SECURITY 5: an unknown address and a known one leave the same trace, and the same answer", async () => {
    const { email } = await newOwner();
    for (const who of [email, "nobody@example.com"]) {
      expect(await requestReset({ email: who }, caller())).toBeUndefined();
    }
    const asked = await queued<{ email: string; requestId: string }>("mail-reset");
    expect(asked.map((one) => one.email)).toEqual([email, "nobody@example.com"]);
    for (const one of asked) await mailReset(one);
    const mails = await database().select().from(link).where(eq(link.email, "nobody@example.com"));
    expect(mails).toEqual([]);
  });

  test("SECURITY 23: a sixth request of an hour mails nothing, and says so to nobody", async () => {
    const { email } = await newOwner();
    for (let n = 0; n < 6; n += 1) await requestReset({ email }, caller());
    const asked = await queued<{ email: string }>("mail-reset");
    expect(asked.filter((one) => one.email === email)).toHaveLength(5);
  });

  test("SECURITY 23: one network asks twenty times an hour", async () => {
    const from = caller();
    for (let n = 0; n < 20; n += 1) await requestReset({ email: `person${n}@example.com` }, from);
    await expect(requestReset({ email: "more@example.com" }, from)).rejects.toMatchObject({
      code: "too-many",
    });
  });

  test("the same request delivered twice mails once", async () => {
    const { ctx, email } = await newOwner();
    const told = { requestId: crypto.randomUUID(), email };
    await mailReset(told);
    await mailReset(told);
    expect(await messagesOf(ctx)).toHaveLength(1);
  });

  test("SECURITY 22: the link is under COATYARD_URL", async () => {
    const { ctx, email } = await newOwner();
    await mailedToken(ctx, email);
    const [mail] = await messagesOf(ctx);
    expect(mail?.text).toMatch(/https:\/\/shop\.example\.com\/reset\/[\w-]{43}/);
    expect(mail?.html).not.toMatch(/localhost/);
  });

  test("SECURITY 12: where mail is kept for owners to read, nobody of two shops is mailed", async () => {
    const { ctx, email } = await newOwner();
    const other = await openRealShop("Other");
    await inTransaction(other.owner, ({ tx }) =>
      tx.insert(member).values({
        shopId: other.owner.shop.id,
        personId: ctx.actor.personId,
        name: "Olive",
        role: "coater",
      }),
    );
    await mailReset({ requestId: crypto.randomUUID(), email });
    expect([...(await messagesOf(ctx)), ...(await messagesOf(other.owner))]).toEqual([]);
  });
});

describe("SECURITY 6: a mailed link", () => {
  test("is stored hashed, of 256 bits, and looking at its page uses nothing up", async () => {
    const { ctx, email } = await newOwner();
    const token = await mailedToken(ctx, email);
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const rows = await database().select().from(link).where(eq(link.email, email));
    expect(JSON.stringify(rows)).not.toContain(token);
    for (let n = 0; n < 3; n += 1) expect(await findReset(token)).toEqual({ email });
    await expect(resetPassword({ token, password: fresh }, caller())).resolves.toMatchObject({
      to: "/board",
    });
  });

  test("sets the password, signs in here and out everywhere else, once", async () => {
    const { ctx, email } = await newOwner();
    const old = await openSession(ctx.actor.personId, ctx.shop.id, "Old tablet");
    const token = await mailedToken(ctx, email);
    const done = await resetPassword({ token, password: fresh }, caller());
    expect(await isPassword(ctx, fresh)).toBe(true);
    expect(await proveSession(old, ctx.shop.id)).toBeNull();
    expect(await proveSession(done.token as string, ctx.shop.id)).not.toBeNull();
    expect(await findReset(token)).toBeNull();
    const again = resetPassword({ token, password: "another good password" }, caller());
    await expect(again).rejects.toMatchObject({ code: "gone" });
    expect(await isPassword(ctx, fresh)).toBe(true);
  });

  test("of ten uses at once one counts", async () => {
    const { ctx, email } = await newOwner();
    const token = await mailedToken(ctx, email);
    const settled = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) =>
        resetPassword({ token, password: `kettle mop window ${n}` }, caller()),
      ),
    );
    expect(settled.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });

  test("is dead after thirty minutes, and no sooner", async () => {
    const { ctx, email } = await newOwner();
    const token = await mailedToken(ctx, email, new Date(Date.now() - 29 * 60_000));
    expect(await findReset(token)).toEqual({ email });
    const tardy = await newOwner();
    const late = await mailedToken(tardy.ctx, tardy.email, new Date(Date.now() - 31 * 60_000));
    expect(await findReset(late)).toBeNull();
    await expect(resetPassword({ token: late, password: fresh }, caller())).rejects.toMatchObject({
      code: "gone",
    });
  });

  test("using one kills the others", async () => {
    const { ctx, email } = await newOwner();
    const first = await mailedToken(ctx, email);
    const second = await mailedToken(ctx, email, new Date(Date.now() + 1000));
    await resetPassword({ token: second, password: fresh }, caller());
    expect(await findReset(first)).toBeNull();
  });

  test("a weak password is refused and does not use it up", async () => {
    const { ctx, email } = await newOwner();
    const token = await mailedToken(ctx, email);
    const weak = resetPassword({ token, password: "qwertyqwerty" }, caller());
    await expect(weak).rejects.toMatchObject({ code: "invalid", detail: { field: "password" } });
    expect(await findReset(token)).not.toBeNull();
  });

  test("an invitation's link sets no password", async () => {
    const { ctx, email } = await newOwner();
    const token = await mailedToken(ctx, email);
    await database().update(link).set({ kind: "invite" }).where(eq(link.email, email));
    await expect(resetPassword({ token, password: fresh }, caller())).rejects.toMatchObject({ code: "gone" });
  });
});

describe("SECURITY 3: changing a password", () => {
  test("needs the current one", async () => {
    const { ctx } = await newOwner();
    const wrong = changePassword(ctx, { current: "not my password", password: fresh });
    await expect(wrong).rejects.toMatchObject({ code: "invalid", detail: { field: "current" } });
    expect(await isPassword(ctx, password)).toBe(true);
  });

  test("ends the other sessions and keeps this one", async () => {
    const { ctx } = await newOwner();
    const { personId } = ctx.actor;
    const here = await openSession(personId, ctx.shop.id, "Here");
    const there = await openSession(personId, ctx.shop.id, "There");
    const me = (await proveSession(here, ctx.shop.id)) as MemberContext;
    expect(await changePassword(me, { current: password, password: fresh })).toEqual({ endedSessions: 1 });
    expect(await proveSession(here, ctx.shop.id)).not.toBeNull();
    expect(await proveSession(there, ctx.shop.id)).toBeNull();
    expect(await isPassword(ctx, fresh)).toBe(true);
  });

  test("SECURITY 4: eleven guesses of the current one in a quarter of an hour are refused", async () => {
    const { ctx } = await newOwner();
    const guess = () => changePassword(ctx, { current: "not my password", password: fresh });
    for (let n = 0; n < 10; n += 1) await expect(guess()).rejects.toMatchObject({ code: "invalid" });
    await expect(guess()).rejects.toMatchObject({ code: "too-many" });
  });
});

describe("SECURITY 10: ending sessions", () => {
  test("one's own session is revoked by its id, and nobody else's", async () => {
    const { ctx } = await newOwner();
    const stranger = await newOwner();
    const token = await openSession(ctx.actor.personId, ctx.shop.id, "Phone");
    const [row] = await database()
      .select()
      .from(session)
      .where(and(eq(session.personId, ctx.actor.personId), eq(session.device, "Phone")));
    const id = row?.id as string;
    await expect(revokeSession(stranger.ctx, { id })).rejects.toMatchObject({ code: "not-found" });
    expect(await proveSession(token, ctx.shop.id)).not.toBeNull();
    await revokeSession(ctx, { id });
    expect(await proveSession(token, ctx.shop.id)).toBeNull();
  });

  test("signing out everywhere ends this one too unless it is kept", async () => {
    const { ctx } = await newOwner();
    const token = await openSession(ctx.actor.personId, ctx.shop.id, "Phone");
    const me = (await proveSession(token, ctx.shop.id)) as MemberContext;
    await signOutEverywhere(me, { isThisKept: true });
    expect(await proveSession(token, ctx.shop.id)).not.toBeNull();
    await signOutEverywhere(me, { isThisKept: false });
    expect(await proveSession(token, ctx.shop.id)).toBeNull();
  });
});
