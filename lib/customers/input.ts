import { z } from "zod";

const line = (most: number) => z.string().trim().max(most, `At most ${most} characters.`);
const email = line(254).refine(
  (text) => text === "" || z.email().safeParse(text).success,
  "This is not an e-mail address.",
);

const contactFields = z.object({
  name: line(200).min(1, "Give the contact a name."),
  title: line(100),
  email,
  phone: line(60),
  mobile: line(60),
});

const customerFields = z.object({
  name: line(200).min(1, "Give the customer a name."),
  parentId: z.uuid().nullable(),
  phone: line(60),
  email,
  billAddress: line(1000),
  shipAddress: line(1000),
  kind: line(100),
  terms: line(100),
  taxStatus: line(100),
  tags: z.array(line(40).min(1, "A tag has a name.")).max(20, "At most 20 tags."),
  notes: line(10_000),
  isInactive: z.boolean(),
});

export const contactInput = z.object({
  name: contactFields.shape.name,
  title: contactFields.shape.title.default(""),
  email: email.default(""),
  phone: contactFields.shape.phone.default(""),
  mobile: contactFields.shape.mobile.default(""),
});

const fields = customerFields.shape;
export const customerInput = z.object({
  name: fields.name,
  parentId: fields.parentId.optional(),
  phone: fields.phone.default(""),
  email: email.default(""),
  billAddress: fields.billAddress.default(""),
  shipAddress: fields.shipAddress.default(""),
  kind: fields.kind.default(""),
  terms: fields.terms.default(""),
  taxStatus: fields.taxStatus.default(""),
  tags: fields.tags.default([]),
  notes: fields.notes.default(""),
  isInactive: fields.isInactive.default(false),
  contacts: z.array(contactInput).max(50).default([]),
});

/** Some fields as they shall be, and what each was when the person began to type. */
export const editCustomerInput = z.object({
  id: z.uuid(),
  changes: customerFields.partial(),
  was: customerFields.partial(),
});
export const addContactInput = z.object({ customerId: z.uuid(), contact: contactInput });
export const editContactInput = z.object({
  id: z.uuid(),
  changes: contactFields.partial(),
  was: contactFields.partial(),
});
export const customerId = z.object({ id: z.uuid() });
export const contactId = z.object({ id: z.uuid() });

export type CustomerFields = z.output<typeof customerFields>;
export type ContactFields = z.output<typeof contactFields>;
export type CustomerInput = z.output<typeof customerInput>;
export type EditCustomerInput = z.output<typeof editCustomerInput>;
export type AddContactInput = z.output<typeof addContactInput>;
export type EditContactInput = z.output<typeof editContactInput>;
