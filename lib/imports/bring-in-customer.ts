import "server-only";
import { and, eq } from "drizzle-orm";
import { contact, customer } from "@/db/schema/customers";
import type { MadeThing } from "@/db/schema/imports";
import type { WorkContext } from "../context";
import { addContact } from "../customers/add-contact";
import { createCustomer } from "../customers/create-customer";
import { editCustomer } from "../customers/edit-customer";
import { contactInput, customerInput } from "../customers/input";
import { nameKey } from "../customers/name-key";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import type { CustomerValues } from "./judge-customers";
import type { MadeBefore } from "./made-before";

/** Brings a row in as a customer with its contact, or lays it over the customer it doubles: blanks are filled, nothing is overwritten. */
export async function bringInCustomer(
  work: WorkContext,
  values: CustomerValues,
  before: MadeBefore,
): Promise<MadeThing[]> {
  const into = values.mergeInto;
  if (!into) return createFromRow(work, values);
  const id = "id" in into ? into.id : before.ofRow(into.row, "customer")?.id;
  if (!id) throw new Refusal("conflict", "The customer this row belongs to did not go in.");
  return mergeRow(work, id, values);
}

async function createFromRow(work: WorkContext, values: CustomerValues): Promise<MadeThing[]> {
  const fields = fieldsOf(values);
  const [contactRow] = contactsOf(values);
  const made = await createCustomer(
    work,
    customerInput.parse({
      ...fields,
      name: values.name.slice(0, 200),
      parentId: values.parentName ? await findParent(work, values.parentName) : null,
      isInactive: values.isInactive,
      contacts: contactRow ? [contactRow] : [],
    }),
  );
  return [{ noun: "customer", id: made.id }];
}

async function mergeRow(work: WorkContext, id: string, values: CustomerValues): Promise<MadeThing[]> {
  const [now] = await work.tx
    .select()
    .from(customer)
    .where(and(eq(customer.shopId, work.shop.id), eq(customer.id, id)));
  if (!now) throw new Refusal("not-found", "The customer this row belongs to is gone.");
  const fields = fieldsOf(values);
  const wanted = { ...fields, notes: [now.notes, fields.notes].filter(Boolean).join("\n") };
  const blanks = Object.entries(wanted).filter(
    ([field, value]) => value !== "" && (field === "notes" || now[field as keyof typeof wanted] === ""),
  );
  const changes = Object.fromEntries(
    blanks.filter(([field, value]) => now[field as keyof typeof wanted] !== value),
  );
  const made: MadeThing[] = await addAlias(work, now, values.name);
  if (Object.keys(changes).length > 0) {
    const { before } = await editCustomer(work, { id, changes, was: {} });
    made.push({ noun: "edit", id, was: before, now: changes });
  }
  const known = await work.tx
    .select({ name: contact.name, email: contact.email })
    .from(contact)
    .where(and(eq(contact.shopId, work.shop.id), eq(contact.customerId, id)));
  for (const one of contactsOf(values)) {
    if (
      known.some(
        ({ name, email }) => nameKey(name) === nameKey(one.name) || (one.email !== "" && email === one.email),
      )
    )
      continue;
    const added = await addContact(work, { customerId: id, contact: one });
    made.push({ noun: "contact", id: added.id });
  }
  return made;
}

async function addAlias(
  work: WorkContext,
  known: typeof customer.$inferSelect,
  name: string,
): Promise<MadeThing[]> {
  if (name === known.name || known.aliases.includes(name)) return [];
  await work.tx
    .update(customer)
    .set({ aliases: [...known.aliases, name] })
    .where(and(eq(customer.shopId, work.shop.id), eq(customer.id, known.id)));
  recordEvent(work, {
    kind: "customer.alias-added",
    subjectId: known.id,
    customerId: known.id,
    after: { alias: name },
  });
  return [{ noun: "alias", id: known.id, name }];
}

function fieldsOf(values: CustomerValues) {
  const phone =
    values.phones.find(({ label }) => label === "phone") ??
    values.phones.find(({ label }) => label === "mobile");
  const others = values.phones.filter((one) => one !== phone).map(({ label, typed }) => `${label}: ${typed}`);
  const kept = Object.entries(values.extra).map(([header, text]) => `${header}: ${text}`);
  const more = values.emails.slice(1).map((email) => `E-mail: ${email}`);
  const since = values.since ? [`Customer since ${values.since}`] : [];
  return {
    phone: (phone?.typed ?? "").slice(0, 60),
    email: values.emails[0] ?? "",
    billAddress: values.billAddress.slice(0, 1000),
    shipAddress: values.shipAddress.slice(0, 1000),
    kind: values.kind.slice(0, 100),
    terms: values.terms.slice(0, 100),
    notes: [...values.notes, ...others, ...more, ...since, ...kept].join("\n").slice(0, 10_000),
  };
}

function contactsOf(values: CustomerValues) {
  if (values.contactName === "") return [];
  const mobile = values.phones.find(({ label }) => label === "mobile")?.typed ?? "";
  return [
    contactInput.parse({
      name: values.contactName.slice(0, 200),
      email: values.emails[0] ?? "",
      mobile: mobile.slice(0, 60),
    }),
  ];
}

async function findParent(work: WorkContext, name: string): Promise<string | null> {
  const [found] = await work.tx
    .select({ id: customer.id })
    .from(customer)
    .where(and(eq(customer.shopId, work.shop.id), eq(customer.nameKey, nameKey(name))))
    .limit(1);
  return found?.id ?? null;
}
