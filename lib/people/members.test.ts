import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { event } from "@/db/schema/history";
import { member } from "@/db/schema/people";
import { permissions, rolePermissions } from "@/db/vocabulary";
import { inTransaction, type MemberContext } from "../context";
import { testDatabase } from "../testing/database";
import { releaseQueues } from "../testing/outbox";
import { openRealShop } from "../testing/real-shop";
import { changeRole } from "./change-role";
import { changeShop } from "./change-shop";
import { disableMember } from "./disable-member";
import { enableMember } from "./enable-member";
import { listMembers } from "./list-members";
import { openSession } from "./open-session";
import { proveSession } from "./prove-session";
import { renameMe } from "./rename-me";
import { signMemberOut } from "./sign-member-out";

testDatabase();
releaseQueues();

let cast: Awaited<ReturnType<typeof openRealShop>>;
beforeEach(async () => {
  cast = await openRealShop();
});

const memberOf = (ctx: MemberContext) =>
  inTransaction(ctx, async ({ tx }) => {
    const [row] = await tx.select().from(member).where(eq(member.id, ctx.actor.id));
    return row;
  });
const lastEvent = (ctx: MemberContext) =>
  inTransaction(ctx, async ({ tx }) => (await tx.select().from(event).orderBy(event.seq)).at(-1));

describe("changing a role", () => {
  test("an owner makes a coater a manager, and history says so", async () => {
    await changeRole(cast.owner, { id: cast.coater.actor.id, role: "manager" });
    expect((await memberOf(cast.coater))?.role).toBe("manager");
    expect(await lastEvent(cast.owner)).toMatchObject({
      kind: "member.role-changed",
      before: { role: "coater" },
      after: { role: "manager" },
      actorName: "Olive Owner",
    });
  });

  test.each(["office", "coater"] as const)("SECURITY 11: %s may change no role", async (role) => {
    const attempt = changeRole(cast[role], { id: cast[role].actor.id, role: "manager" });
    await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
  });

  test("SECURITY 11: a manager makes no owner, of others or of themselves, and changes none", async () => {
    const { manager, owner, coater } = cast;
    for (const id of [coater.actor.id, manager.actor.id]) {
      await expect(changeRole(manager, { id, role: "owner" })).rejects.toMatchObject({ code: "forbidden" });
    }
    for (const attempt of [
      () => changeRole(manager, { id: owner.actor.id, role: "coater" }),
      () => disableMember(manager, { id: owner.actor.id }),
      () => signMemberOut(manager, { id: owner.actor.id }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(changeRole(manager, { id: coater.actor.id, role: "office" })).resolves.toBeUndefined();
  });

  test("the last owner keeps the role and the door", async () => {
    const { owner, manager } = cast;
    await expect(changeRole(owner, { id: owner.actor.id, role: "manager" })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(disableMember(owner, { id: owner.actor.id })).rejects.toMatchObject({ code: "conflict" });
    await changeRole(owner, { id: manager.actor.id, role: "owner" });
    await expect(changeRole(owner, { id: owner.actor.id, role: "manager" })).resolves.toBeUndefined();
  });

  test("two owners who demote each other at once leave one", async () => {
    const { owner, manager } = cast;
    await changeRole(owner, { id: manager.actor.id, role: "owner" });
    const settled = await Promise.allSettled([
      changeRole(owner, { id: manager.actor.id, role: "coater" }),
      changeRole(owner, { id: owner.actor.id, role: "coater" }),
    ]);
    expect(settled.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const { members } = await listMembers(owner);
    expect(members.filter((one) => one.role === "owner")).toHaveLength(1);
  });

  test("SECURITY 12: another shop's member is not there", async () => {
    const other = await openRealShop("Other");
    for (const attempt of [
      () => changeRole(cast.owner, { id: other.coater.actor.id, role: "manager" }),
      () => disableMember(cast.owner, { id: other.coater.actor.id }),
      () => signMemberOut(cast.owner, { id: other.coater.actor.id }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
    }
  });
});

describe("SECURITY 10: disabling and enabling", () => {
  test("ends the member's sessions here, leaves them elsewhere, and lets them in again", async () => {
    const { owner, coater } = cast;
    const other = await openRealShop("Other");
    await inTransaction(other.owner, ({ tx }) =>
      tx.insert(member).values({
        shopId: other.owner.shop.id,
        personId: coater.actor.personId,
        name: "Pia",
        role: "coater",
      }),
    );
    const here = await openSession(coater.actor.personId, owner.shop.id, "Phone");
    const there = await openSession(coater.actor.personId, other.owner.shop.id, "Phone");
    await disableMember(owner, { id: coater.actor.id });
    expect(await proveSession(here, owner.shop.id)).toBeNull();
    expect(await proveSession(there, other.owner.shop.id)).not.toBeNull();
    await enableMember(owner, { id: coater.actor.id });
    const again = await openSession(coater.actor.personId, owner.shop.id, "Phone");
    expect(await proveSession(again, owner.shop.id)).not.toBeNull();
  });

  test("signing a member out ends this shop's sessions alone and says how many", async () => {
    const { manager, coater } = cast;
    const token = await openSession(coater.actor.personId, manager.shop.id, "Phone");
    expect(await signMemberOut(manager, { id: coater.actor.id })).toEqual({ ended: 1 });
    expect(await proveSession(token, manager.shop.id)).toBeNull();
    expect(await lastEvent(manager)).toMatchObject({ kind: "member.signed-out-everywhere" });
  });
});

test("who works here is listed for those who manage people alone, without password or hash", async () => {
  const { members } = await listMembers(cast.manager);
  expect(members.map((one) => one.name)).toEqual([
    "Mona Manager",
    "Olive Owner",
    "Otto Office",
    "Pia Painter",
  ]);
  expect(JSON.stringify(members)).not.toMatch(/password|hash/i);
  await expect(listMembers(cast.coater)).rejects.toMatchObject({ code: "forbidden" });
});

test("a person changes their own name", async () => {
  await renameMe(cast.coater, { name: "Pia Pulver" });
  expect((await memberOf(cast.coater))?.name).toBe("Pia Pulver");
  expect(await lastEvent(cast.owner)).toMatchObject({
    kind: "member.renamed",
    before: { name: "Pia Painter" },
  });
});

test("an owner may everything, and only an owner reads the outbox", () => {
  expect(rolePermissions.owner).toEqual(permissions);
  expect(rolePermissions.manager).not.toContain("outbox.read");
});

describe("the shop's own settings", () => {
  const wanted = { name: "Quillback", timeZone: "Europe/Berlin", currency: "EUR", units: "metric" as const };

  test("a manager changes them, and history keeps what changed alone", async () => {
    await changeShop(cast.manager, { ...wanted, timeZone: "America/New_York" });
    const last = await lastEvent(cast.owner);
    expect(last).toMatchObject({
      kind: "shop.changed",
      before: { currency: "USD" },
      after: { currency: "EUR" },
    });
    expect(last?.after).not.toHaveProperty("timeZone");
  });

  test("SECURITY 11: office and coater may not", async () => {
    for (const ctx of [cast.office, cast.coater]) {
      await expect(changeShop(ctx, wanted)).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("the currency stays once anything has a price; the rest still changes", async () => {
    const { powder } = await import("@/db/schema/powders");
    await inTransaction(cast.owner, ({ tx }) =>
      tx.insert(powder).values({
        shopId: cast.owner.shop.id,
        maker: "Prismatic",
        code: "P-1",
        name: "Black",
        priceCents: 900,
      }),
    );
    await expect(changeShop(cast.owner, wanted)).rejects.toMatchObject({
      code: "conflict",
      detail: { field: "currency" },
    });
    await expect(changeShop(cast.owner, { ...wanted, currency: "USD" })).resolves.toBeUndefined();
  });
});
