import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { member, person, session, shop } from "@/db/schema/people";
import { database, inTransaction } from "../context";
import { testDatabase } from "../testing/database";
import { openRealShop } from "../testing/real-shop";
import { isSoak } from "../testing/rounds";
import { disableMember } from "./disable-member";
import { knownDevice, rememberDevice } from "./known-device";
import { hashingLoad, hashPassword } from "./passwords";
import { proveSession } from "./prove-session";
import { signInWithPassword } from "./sign-in";

testDatabase();

const password = "correct horse battery";
const wrong = "wrong horse battery";
let cast: Awaited<ReturnType<typeof openRealShop>>;
let lastHost = 0;
/** A caller from a network nobody has called from. */
const stranger = () => {
  lastHost += 1;
  return {
    address: `198.51.${lastHost >> 8}.${lastHost & 255}`,
    device: "Firefox on Linux",
    deviceCookie: "",
  };
};

async function emailOf(personId: string) {
  const [row] = await database().select().from(person).where(eq(person.id, personId));
  return row?.email as string;
}

async function newPerson() {
  const { owner } = await openRealShop();
  const passwordHash = await hashPassword(password);
  await database().update(person).set({ passwordHash }).where(eq(person.id, owner.actor.personId));
  return { ctx: owner, email: await emailOf(owner.actor.personId) };
}

const tryTo = (email: string, typed: string, caller = stranger(), now = new Date()) =>
  signInWithPassword({ email, password: typed, next: "" }, caller, now).then(
    () => "in",
    (refusal) => refusal.code as string,
  );

beforeAll(async () => {
  cast = await openRealShop();
});

/** Whether any password was hashed while this ran. */
async function isHashedDuring(work: () => Promise<unknown>): Promise<boolean> {
  let isDone = false;
  let isHashed = false;
  const working = work().finally(() => {
    isDone = true;
  });
  while (!isDone) {
    isHashed ||= hashingLoad().running > 0;
    await new Promise((resolve) => setImmediate(resolve));
  }
  await working;
  return isHashed;
}

describe("signing in", () => {
  test("the right password opens a session that proves its member", async () => {
    const { email, ctx } = await newPerson();
    const opened = await signInWithPassword({ email, password, next: "" }, stranger());
    if (!("token" in opened)) throw new Error("no token");
    const proven = await proveSession(opened.token, opened.shopId);
    expect(proven?.actor).toMatchObject({ personId: ctx.actor.personId, role: "owner" });
  });

  test("SECURITY 9: each sign-in has a token of its own of 256 bits, kept only as a hash", async () => {
    const { email } = await newPerson();
    const [one, other] = [
      await signInWithPassword({ email, password, next: "" }, stranger()),
      await signInWithPassword({ email, password, next: "" }, stranger()),
    ];
    if (!("token" in one && "token" in other)) throw new Error("no token");
    expect(one.token).not.toBe(other.token);
    expect(Buffer.from(one.token, "base64url")).toHaveLength(32);
    const kept = await database().select().from(session).where(eq(session.tokenHash, one.token));
    expect(kept).toEqual([]);
  });

  test("SECURITY 5: an unknown person, a known one, one without a password and a disabled one are answered alike", async () => {
    const { email } = await newPerson();
    const withoutPassword = await emailOf(cast.office.actor.personId);
    const disabled = await newPerson();
    await inTransaction(disabled.ctx, ({ tx }) =>
      tx.update(member).set({ disabledAt: new Date() }).where(eq(member.id, disabled.ctx.actor.id)),
    );
    const answers = await Promise.all(
      [
        [email, wrong],
        ["nobody@example.com", wrong],
        [withoutPassword, wrong],
        [disabled.email, password],
      ].map(([who = "", typed = ""]) =>
        signInWithPassword({ email: who, password: typed, next: "" }, stranger()).catch((refusal) => ({
          code: refusal.code,
          message: refusal.message,
          detail: refusal.detail,
        })),
      ),
    );
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]).toMatchObject({ code: "invalid" });
  });

  test("SECURITY 5: an unknown person's password is hashed like a known one's, in the same time", async () => {
    const { email } = await newPerson();
    const people = [email, "nobody@example.com"] as const;
    const taken = new Map<string, number[]>(people.map((address) => [address, []]));
    for (let turn = 0; turn < 7; turn += 1) {
      for (const address of people) {
        const begun = performance.now();
        expect(await isHashedDuring(() => tryTo(address, wrong))).toBe(true);
        taken.get(address)?.push(performance.now() - begun);
      }
    }
    const [known, unknown] = [...taken.values()].map((times) => times.sort((a, b) => a - b)[3] as number);
    if (isSoak) expect(Math.abs(Math.log2((known as number) / (unknown as number)))).toBeLessThan(1);
  });

  test("a person of two shops chooses one", async () => {
    const { email, ctx } = await newPerson();
    const second = await openRealShop("Second Shop");
    await inTransaction(second.owner, ({ tx }) =>
      tx.insert(member).values({
        shopId: second.owner.shop.id,
        personId: ctx.actor.personId,
        name: "Olive",
        role: "office",
      }),
    );
    const asked = await signInWithPassword({ email, password, next: "" }, stranger());
    expect(asked).toEqual({
      choose: expect.arrayContaining([expect.objectContaining({ name: "Second Shop" })]),
    });
    const input = { email, password, next: "", shopId: second.owner.shop.id };
    const opened = await signInWithPassword(input, stranger());
    expect(opened).toMatchObject({ shopId: second.owner.shop.id });
  });

  test("a shop that is not theirs cannot be chosen", async () => {
    const { email } = await newPerson();
    const input = { email, password, next: "", shopId: cast.owner.shop.id };
    const opened = await signInWithPassword(input, stranger());
    expect(opened).not.toMatchObject({ shopId: cast.owner.shop.id });
  });
});

describe("SECURITY 4: limits that lock no one else out", () => {
  test("the ninth wrong try of an account from one network is refused, and so is the right password there", async () => {
    const { email } = await newPerson();
    const caller = stranger();
    for (let n = 0; n < 8; n += 1) expect(await tryTo(email, wrong, caller)).toBe("invalid");
    expect(await tryTo(email, wrong, caller)).toBe("too-many");
    expect(await tryTo(email, password, caller)).toBe("too-many");
    expect(await tryTo(email, password)).toBe("in");
    const inAQuarter = new Date(Date.now() + 15 * 60_000 + 1000);
    expect(await tryTo(email, password, caller, inAQuarter)).toBe("in");
  });

  test("twenty wrong tries at once get no further than eight", async () => {
    const { email } = await newPerson();
    const caller = stranger();
    const answers = await Promise.all(Array.from({ length: 20 }, () => tryTo(email, wrong, caller)));
    expect(answers.filter((one) => one === "invalid")).toHaveLength(8);
  });

  test("one network tries forty accounts and no more; a right password does not count", async () => {
    const { email } = await newPerson();
    const caller = stranger();
    for (let n = 0; n < 20; n += 1) expect(await tryTo(email, password, caller)).toBe("in");
    for (let n = 0; n < 40; n += 1) await tryTo(`guess${n}@example.com`, wrong, caller);
    expect(await tryTo("guess41@example.com", wrong, caller)).toBe("too-many");
  }, 60_000);

  test("a device the person signed in on keeps its own tries while an attacker spends all others, there and elsewhere", async () => {
    const { email } = await newPerson();
    const home = stranger();
    const known = { ...home, deviceCookie: rememberDevice("", email) };
    for (let n = 0; n < 60; n += 1) await tryTo(email, wrong, n < 10 ? home : stranger());
    expect(await tryTo(email, password, home)).toBe("too-many");
    expect(await tryTo(email, password, known)).toBe("in");
  }, 60_000);

  test("an account under attack from many networks leaves each new one two tries an hour, never none", async () => {
    const { email } = await newPerson();
    for (let n = 0; n < 50; n += 1) await tryTo(email, wrong);
    const caller = stranger();
    expect(await tryTo(email, wrong, caller)).toBe("invalid");
    expect(await tryTo(email, wrong, caller)).toBe("invalid");
    expect(await tryTo(email, wrong, caller)).toBe("too-many");
    expect(await tryTo(email, password)).toBe("in");
  }, 60_000);

  test("a known device has ten wrong tries, not endless ones", async () => {
    const { email } = await newPerson();
    const known = { ...stranger(), deviceCookie: rememberDevice("", email) };
    expect(knownDevice(known.deviceCookie, email)).not.toBeNull();
    for (let n = 0; n < 10; n += 1) expect(await tryTo(email, wrong, known)).toBe("invalid");
    expect(await tryTo(email, password, known)).toBe("too-many");
  });
});

describe("SECURITY 10: what ends a session ends it at the next request", () => {
  async function signedIn() {
    const { email, ctx } = await newPerson();
    const opened = await signInWithPassword({ email, password, next: "" }, stranger());
    if (!("token" in opened)) throw new Error("no token");
    return { ctx, ...opened };
  }

  test("disabling the member", async () => {
    const { ctx, token, shopId } = await signedIn();
    await database().update(shop).set({ name: "Still here" }).where(eq(shop.id, shopId));
    await inTransaction(ctx, ({ tx }) =>
      tx.insert(member).values({ shopId, personId: cast.owner.actor.personId, name: "Other", role: "owner" }),
    );
    expect(await proveSession(token, shopId)).not.toBeNull();
    await disableMember(ctx, { id: ctx.actor.id });
    expect(await proveSession(token, shopId)).toBeNull();
  });

  test("a change of role is there at once", async () => {
    const { ctx, token, shopId } = await signedIn();
    await inTransaction(ctx, ({ tx }) =>
      tx.update(member).set({ role: "coater" }).where(eq(member.id, ctx.actor.id)),
    );
    expect((await proveSession(token, shopId))?.actor.role).toBe("coater");
  });

  test("SECURITY 9: seven idle days and thirty days in all", async () => {
    const { token, shopId } = await signedIn();
    const days = (count: number) => new Date(Date.now() + count * 86_400_000);
    expect(await proveSession(token, shopId, days(8))).toBeNull();
    for (let day = 5; day <= 25; day += 5)
      expect(await proveSession(token, shopId, days(day))).not.toBeNull();
    expect(await proveSession(token, shopId, days(29))).not.toBeNull();
    expect(await proveSession(token, shopId, days(31))).toBeNull();
  });

  test("a token proves nothing in another shop", async () => {
    const { token } = await signedIn();
    expect(await proveSession(token, cast.owner.shop.id)).toBeNull();
  });
});
