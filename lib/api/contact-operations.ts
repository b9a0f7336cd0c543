import "server-only";
import { z } from "zod";
import type { KeyContext } from "../context";
import { addContact } from "../customers/add-contact";
import { editContact } from "../customers/edit-contact";
import { getCustomer } from "../customers/get-customer";
import { contactInput, editContactInput } from "../customers/input";
import { lockCustomer } from "../customers/lock-customer";
import { retireContact } from "../customers/retire-contact";
import { Refusal } from "../errors";
import { type Matched, type Operation, operation } from "./operation";

const ofCustomer = z.object({ id: z.uuid() });
const one = ofCustomer.extend({ contactId: z.uuid() });
type One = z.output<typeof one>;
const tag = "Contacts";

export const contactShape = z.object({
  id: z.uuid(),
  name: z.string(),
  title: z.string(),
  email: z.string(),
  phone: z.string(),
  mobile: z.string(),
});

async function seen(ctx: KeyContext, { id, contactId }: One) {
  const found = (await getCustomer(ctx, { id })).contacts.find((contact) => contact.id === contactId);
  if (!found) throw new Refusal("not-found", "This customer has no such contact.");
  return found;
}

const asSeen: Matched<One> = {
  lock: (work, { id }) => lockCustomer(work, id),
  read: seen,
  output: contactShape,
};

export const contactOperations: Operation[] = [
  operation({
    ...{ id: "listContacts", method: "GET", path: "/customers/{id}/contacts", tag, scope: "customers:read" },
    summary: "The people of a customer",
    params: ofCustomer,
    output: contactShape,
    isPage: true,
    handle: async (ctx, { params }) => ({ rows: (await getCustomer(ctx, params)).contacts, next: null }),
  }),
  operation({
    ...{ id: "addContact", method: "POST", path: "/customers/{id}/contacts", tag, scope: "customers:write" },
    summary: "Add a person to a customer",
    params: ofCustomer,
    body: contactInput.strict(),
    output: contactShape,
    location: (contact, { id }) => `/customers/${id}/contacts/${contact.id}`,
    handle: async (ctx, { params, body }) => {
      const { id } = await addContact(ctx, { customerId: params.id, contact: body });
      return seen(ctx, { ...params, contactId: id });
    },
  }),
  operation({
    ...{ id: "getContact", method: "GET", path: "/customers/{id}/contacts/{contactId}", tag },
    scope: "customers:read",
    summary: "A contact",
    params: one,
    output: contactShape,
    handle: (ctx, { params }) => seen(ctx, params),
  }),
  operation({
    ...{ id: "editContact", method: "PATCH", path: "/customers/{id}/contacts/{contactId}", tag },
    scope: "customers:write",
    summary: "Change fields of a contact",
    params: one,
    body: editContactInput.shape.changes.strict(),
    output: contactShape,
    match: asSeen,
    handle: async (ctx, { params, body }) => {
      await editContact(ctx, { id: params.contactId, changes: body, was: {} });
      return seen(ctx, params);
    },
  }),
  operation({
    ...{ id: "retireContact", method: "DELETE", path: "/customers/{id}/contacts/{contactId}", tag },
    scope: "customers:write",
    summary: "Take a contact out of sight and out of the portal",
    params: one,
    match: asSeen,
    handle: (ctx, { params }) => retireContact(ctx, { id: params.contactId }),
  }),
];
