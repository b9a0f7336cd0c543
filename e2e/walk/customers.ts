import { type ActionDoor, holders } from "./door";
import type { World } from "./world";

const ofContact = (world: World) =>
  world.owner.do<{ id: string }>("addContactAction", {
    customerId: world.customer.id,
    contact: { name: "Ana" },
  });
const ofPortalContact = async (world: World) => {
  const { id: contactId } = await world.owner.do<{ id: string }>("addContactAction", {
    customerId: world.customer.id,
    contact: { name: "Ana", email: `${crypto.randomUUID()}@example.com` },
  });
  await world.sql`update contact set portal_role = 'viewer' where id = ${contactId}`;
  return { contactId };
};

export const customerActions: Record<string, ActionDoor> = {
  createCustomerAction: {
    may: holders("customers.edit"),
    isOwn: true,
    input: async () => ({ name: "New Customer" }),
  },
  editCustomerAction: {
    may: holders("customers.edit"),
    input: async (world) => ({ id: world.customer.id, changes: { terms: crypto.randomUUID() }, was: {} }),
  },
  retireCustomerAction: {
    may: holders("customers.edit"),
    input: (world) => world.owner.do("createCustomerAction", { name: "Going" }),
  },
  restoreCustomerAction: {
    may: holders("customers.edit"),
    input: async (world) => {
      const made = await world.owner.do("createCustomerAction", { name: "Back again" });
      await world.owner.do("retireCustomerAction", made);
      return made;
    },
  },
  addContactAction: {
    may: holders("customers.edit"),
    input: async (world) => ({ customerId: world.customer.id, contact: { name: "Bo" } }),
  },
  editContactAction: {
    may: holders("customers.edit"),
    input: async (world) => ({ ...(await ofContact(world)), changes: { title: "Buyer" }, was: {} }),
  },
  inviteContactAction: {
    may: holders("portal.invite"),
    input: async (world) => ({ ...(await ofPortalContact(world)), role: "viewer" }),
  },
  changeContactRoleAction: {
    may: holders("portal.invite"),
    input: async (world) => ({ ...(await ofPortalContact(world)), role: "approver" }),
  },
  endContactAccessAction: { may: holders("portal.invite"), input: ofPortalContact },
  previewContactAction: { may: holders("portal.invite"), input: ofPortalContact },
  retireContactAction: { may: holders("customers.edit"), input: ofContact },
  restoreContactAction: {
    may: holders("customers.edit"),
    input: async (world) => {
      const made = await ofContact(world);
      await world.owner.do("retireContactAction", made);
      return made;
    },
  },
};
