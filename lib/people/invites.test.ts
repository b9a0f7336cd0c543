import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { event } from "@/db/schema/history";
import { link, person } from "@/db/schema/people";
import { database, inTransaction, type MemberContext } from "../context";
import { testDatabase } from "../testing/database";
import { messagesOf, queued, releaseQueues, tokenIn } from "../testing/outbox";
import { openRealShop } from "../testing/real-shop";
import { acceptInvite } from "./accept-invite";
import { findInvite } from "./find-invite";
import { inviteMember, mailADay } from "./invite-member";
import { listMembers } from "./list-members";
import { hashPassword, isRightPassword } from "./passwords";
import { proveSession } from "./prove-session";
import { resendInvite } from "./resend-invite";
import { revokeInvite } from "./revoke-invite";
import { takeTry, throttleKey } from "./throttle";

testDatabase();
releaseQueues();

const password = "kettle mop window seven";
let cast: Awaited<ReturnType<typeof openRealShop>>;
let count = 0;
const caller = () => {
  count += 1;
  return { address: `198.18.0.${count}`, device: "Safari on iPhone", deviceCookie: "" };
};
const someone = () => ({
  email: `nina-${crypto.randomUUID()}@example.com`,
  name: "Nina New",
  role: "coater" as const,
});

beforeEach(async () => {
  cast = await openRealShop();
});

const kinds = (ctx: MemberContext) =>
  inTransaction(ctx, async ({ tx }) =>
    (await tx.select().from(event).orderBy(event.seq)).map((one) => one.kind),
  );

describe("inviting", () => {
  test("mails a link and gives the same one to copy", async () => {
    const { url } = await inviteMember(cast.manager, someone());
    const [mail] = await messagesOf(cast.owner);
    expect(mail).toMatchObject({
      kind: "invite",
      state: "waiting",
      subject: "Join Quillback Powder Coating",
    });
    expect(url).toBe(`http://localhost:3000/invite/${tokenIn(mail?.text ?? "")}`);
    expect(await queued("send-message")).toContainEqual({ shopId: cast.owner.shop.id, messageId: mail?.id });
    expect(await kinds(cast.owner)).toEqual(expect.arrayContaining(["member.invited", "message.queued"]));
  });

  test("SECURITY 11: office and coater invite nobody, and a manager no owner", async () => {
    for (const ctx of [cast.office, cast.coater]) {
      await expect(inviteMember(ctx, someone())).rejects.toMatchObject({ code: "forbidden" });
    }
    const owner = inviteMember(cast.manager, { ...someone(), role: "owner" });
    await expect(owner).rejects.toMatchObject({ code: "forbidden" });
    await expect(inviteMember(cast.owner, { ...someone(), role: "owner" })).resolves.toBeDefined();
  });

  test("refuses who works here already and who is invited already", async () => {
    const [coater] = await database().select().from(person).where(eq(person.id, cast.coater.actor.personId));
    const known = inviteMember(cast.owner, { ...someone(), email: coater?.email as string });
    await expect(known).rejects.toMatchObject({ code: "conflict", detail: { field: "email" } });
    const nina = someone();
    await inviteMember(cast.owner, nina);
    await expect(inviteMember(cast.owner, nina)).rejects.toMatchObject({ code: "conflict" });
    await expect(inviteMember((await openRealShop("Other")).owner, nina)).resolves.toBeDefined();
  });

  test("SECURITY 6: is stored hashed, and works for seven days", async () => {
    const nina = someone();
    const { url } = await inviteMember(cast.owner, nina);
    const token = tokenIn(url);
    const rows = await database().select().from(link).where(eq(link.email, nina.email));
    expect(JSON.stringify(rows)).not.toContain(token);
    const days = (n: number) => new Date(Date.now() + n * 86_400_000);
    expect(await findInvite(token, days(6.9))).toMatchObject({ email: nina.email, isKnownPerson: false });
    expect(await findInvite(token, days(7.1))).toBeNull();
  });

  test("sending again kills the link before", async () => {
    const { id, url } = await inviteMember(cast.owner, someone());
    const again = await resendInvite(cast.manager, { id });
    expect(await findInvite(tokenIn(url))).toBeNull();
    expect(await findInvite(tokenIn(again.url))).not.toBeNull();
    expect(await messagesOf(cast.owner)).toHaveLength(2);
  });

  test("taking it back kills the link, and only for its own shop", async () => {
    const { id, url } = await inviteMember(cast.owner, someone());
    const other = await openRealShop("Other");
    await expect(revokeInvite(other.owner, { id })).rejects.toMatchObject({ code: "not-found" });
    await expect(resendInvite(other.owner, { id })).rejects.toMatchObject({ code: "not-found" });
    await revokeInvite(cast.owner, { id });
    expect(await findInvite(tokenIn(url))).toBeNull();
    const late = acceptInvite({ token: tokenIn(url), name: "Nina", password }, caller(), null);
    await expect(late).rejects.toMatchObject({ code: "gone" });
  });

  test("SECURITY 23: a shop mails two hundred invitations a day and no more", async () => {
    for (let n = 0; n < mailADay.tries - 1; n += 1) {
      await takeTry(throttleKey("invite", cast.owner.shop.id), mailADay);
    }
    const { id } = await inviteMember(cast.owner, someone());
    await expect(inviteMember(cast.owner, someone())).rejects.toMatchObject({ code: "too-many" });
    await expect(resendInvite(cast.owner, { id })).rejects.toMatchObject({ code: "too-many" });
    await expect(inviteMember((await openRealShop("Other")).owner, someone())).resolves.toBeDefined();
  });

  test("a manager neither sends again nor takes back an owner's invitation", async () => {
    const { id } = await inviteMember(cast.owner, { ...someone(), role: "owner" });
    await expect(resendInvite(cast.manager, { id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(revokeInvite(cast.manager, { id })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("joining", () => {
  test("a new person chooses a name and a password and is signed in, once", async () => {
    const nina = someone();
    const { url } = await inviteMember(cast.owner, nina);
    const token = tokenIn(url);
    const joined = await acceptInvite({ token, name: "Nina Neu", password }, caller(), null);
    const me = await proveSession(joined.token, cast.owner.shop.id);
    expect(me?.actor).toMatchObject({ name: "Nina Neu", role: "coater" });
    const { members, invites } = await listMembers(cast.owner);
    expect(members.map((one) => one.email)).toContain(nina.email);
    expect(invites).toEqual([]);
    expect(await kinds(cast.owner)).toContain("member.joined");
    const again = acceptInvite({ token, name: "Mallory", password }, caller(), null);
    await expect(again).rejects.toMatchObject({ code: "gone" });
  });

  test("of ten at once one joins", async () => {
    const { url } = await inviteMember(cast.owner, someone());
    const settled = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) =>
        acceptInvite(
          { token: tokenIn(url), name: `Nina ${n}`, password: `${password} ${n}` },
          caller(),
          null,
        ),
      ),
    );
    expect(settled.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });

  test("a weak password is refused and does not use the link up", async () => {
    const { url } = await inviteMember(cast.owner, someone());
    const weak = acceptInvite({ token: tokenIn(url), name: "Nina", password: "short" }, caller(), null);
    await expect(weak).rejects.toMatchObject({ code: "invalid", detail: { field: "password" } });
    expect(await findInvite(tokenIn(url))).not.toBeNull();
  });

  test("SECURITY 6: a known person joins by their own password, which the link does not change", async () => {
    const other = await openRealShop("Other");
    const { personId } = other.owner.actor;
    const [known] = await database()
      .update(person)
      .set({ passwordHash: await hashPassword(password) })
      .where(eq(person.id, personId))
      .returning();
    const invite = { ...someone(), email: known?.email as string };
    const token = tokenIn((await inviteMember(cast.owner, invite)).url);
    expect(await findInvite(token)).toMatchObject({ isKnownPerson: true });
    const stranger = acceptInvite(
      { token, name: "Mallory", password: "another good password" },
      caller(),
      null,
    );
    await expect(stranger).rejects.toMatchObject({ code: "invalid" });
    const wrongMember = acceptInvite({ token }, caller(), cast.office);
    await expect(wrongMember).rejects.toMatchObject({ code: "invalid" });
    const joined = await acceptInvite({ token }, caller(), other.owner);
    expect((await proveSession(joined.token, cast.owner.shop.id))?.actor.personId).toBe(personId);
    const [after] = await database().select().from(person).where(eq(person.id, personId));
    expect(await isRightPassword(after?.passwordHash ?? null, password)).toBe(true);
  });

  test("SECURITY 15: an invitation's role is the inviter's word, not the guest's", async () => {
    const { url } = await inviteMember(cast.owner, someone());
    const sly = { token: tokenIn(url), name: "Nina", password, role: "owner", shopId: cast.owner.shop.id };
    const joined = await acceptInvite(sly, caller(), null);
    expect((await proveSession(joined.token, cast.owner.shop.id))?.actor.role).toBe("coater");
  });

  test("SECURITY 4: one network tries twenty links a quarter of an hour", async () => {
    const from = caller();
    const guess = () => acceptInvite({ token: "x".repeat(43), name: "M", password }, from, null);
    for (let n = 0; n < 20; n += 1) await expect(guess()).rejects.toMatchObject({ code: "gone" });
    await expect(guess()).rejects.toMatchObject({ code: "too-many" });
  });
});
