import { password } from "../world";
import { type ActionDoor, everyone, holders } from "./door";
import type { World } from "./world";

const ofInvite = (world: World) =>
  world.owner.do<{ id: string }>("inviteMemberAction", {
    email: `${crypto.randomUUID()}@example.com`,
    name: "New",
    role: "coater",
  });
const newKey = { name: "Walk", scopes: ["jobs:read"], days: 30 };

export const personActions: Record<string, ActionDoor> = {
  switchShopAction: { may: everyone, input: async (world) => ({ shopId: world.shopId }) },
  changePasswordAction: { may: everyone, isOwn: true, input: async () => ({ current: password, password }) },
  renameMeAction: { may: everyone, isOwn: true, input: async (_, by) => ({ name: by.name }) },
  revokeSessionAction: {
    may: everyone,
    input: async (world, by) => {
      const author = by.name === "Otto Other" ? world.people.owner : by;
      const [session] = await world.sql`
        insert into session (token_hash, person_id, shop_id, device, ends_at)
        select ${crypto.randomUUID()}, id, ${world.shopId}, 'Walk', now() + interval '1 day' from person where email = ${author.email} returning id`;
      return { id: session?.id };
    },
  },
  signOutEverywhereAction: { may: everyone, isOwn: true, input: async () => ({ isThisKept: true }) },
  createApiKeyAction: { may: holders("keys.manage"), isOwn: true, input: async () => newKey },
  revokeApiKeyAction: {
    may: holders("keys.manage"),
    input: async (world) => {
      const { id } = await world.owner.do<{ id: string }>("createApiKeyAction", newKey);
      return { id };
    },
  },
  inviteMemberAction: {
    may: holders("people.manage"),
    isOwn: true,
    input: async () => ({ email: `${crypto.randomUUID()}@example.com`, name: "New", role: "coater" }),
  },
  resendInviteAction: { may: holders("people.manage"), input: ofInvite },
  revokeInviteAction: { may: holders("people.manage"), input: ofInvite },
  changeRoleAction: {
    may: holders("people.manage"),
    input: async (world) => ({ id: await world.member(), role: "office" }),
  },
  disableMemberAction: {
    may: holders("people.manage"),
    input: async (world) => ({ id: await world.member() }),
  },
  enableMemberAction: {
    may: holders("people.manage"),
    input: async (world) => {
      const id = await world.member();
      await world.owner.do("disableMemberAction", { id });
      return { id };
    },
  },
  signMemberOutAction: {
    may: holders("people.manage"),
    input: async (world) => ({ id: await world.member() }),
  },
  changeShopAction: {
    may: holders("settings.edit"),
    isOwn: true,
    input: async () => ({
      name: "Quillback Powder Coating",
      timeZone: "America/New_York",
      currency: "USD",
      units: "imperial",
    }),
  },
};
