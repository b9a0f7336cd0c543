import { expect, test } from "vitest";
import { castOf } from "../testing/cast";
import { testDatabase } from "../testing/database";
import { addContact } from "./add-contact";
import { createCustomer } from "./create-customer";
import { editContact } from "./edit-contact";
import { getCustomer } from "./get-customer";
import { contactInput, customerInput } from "./input";
import { restoreContact } from "./restore-contact";
import { retireContact } from "./retire-contact";

const { inRolledBack } = testDatabase();
const acme = customerInput.parse({ name: "Acme Railings" });
const dana = contactInput.parse({ name: "Dana Weld", email: "dana@example.com", phone: "555-0101" });

test("adds a contact, changes them, takes them away and brings them back", () =>
  inRolledBack(async (tx) => {
    const { office } = await castOf(tx);
    const { id: customerId } = await createCustomer(office, acme);
    const { id } = await addContact(office, { customerId, contact: dana });
    await editContact(office, { id, changes: { title: "Buyer" }, was: { title: "" } });
    expect((await getCustomer(office, { id: customerId })).contacts).toEqual([
      { ...dana, id, title: "Buyer" },
    ]);
    await retireContact(office, { id });
    await retireContact(office, { id });
    expect((await getCustomer(office, { id: customerId })).contacts).toEqual([]);
    await restoreContact(office, { id });
    expect((await getCustomer(office, { id: customerId })).contacts).toHaveLength(1);
  }));

test("refuses one e-mail address for two contacts, on adding, changing and bringing back", () =>
  inRolledBack(async (tx) => {
    const { office } = await castOf(tx);
    const { id: customerId } = await createCustomer(office, acme);
    const first = await addContact(office, { customerId, contact: dana });
    await expect(
      addContact(office, { customerId, contact: { ...dana, name: "Dana W." } }),
    ).rejects.toMatchObject({
      code: "conflict",
      message: "Dana Weld already has the address dana@example.com.",
    });
    const eli = await addContact(office, { customerId, contact: { ...dana, name: "Eli", email: "" } });
    await expect(
      editContact(office, { id: eli.id, changes: { email: dana.email }, was: { email: "" } }),
    ).rejects.toMatchObject({ code: "conflict" });
    await retireContact(office, { id: first.id });
    await editContact(office, { id: eli.id, changes: { email: dana.email }, was: { email: "" } });
    await expect(restoreContact(office, { id: first.id })).rejects.toMatchObject({ code: "conflict" });
  }));

test("refuses a painter and another shop's contact", () =>
  inRolledBack(async (tx) => {
    const { office, painter } = await castOf(tx);
    const { id: customerId } = await createCustomer(office, acme);
    await expect(addContact(painter, { customerId, contact: dana })).rejects.toMatchObject({
      code: "forbidden",
    });
    const { id } = await addContact(office, { customerId, contact: dana });
    await expect(retireContact(painter, { id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(restoreContact(painter, { id })).rejects.toMatchObject({ code: "forbidden" });
    const rival = await castOf(tx, "Rival Coating");
    await expect(retireContact(rival.owner, { id })).rejects.toMatchObject({ code: "not-found" });
    await expect(addContact(rival.owner, { customerId, contact: dana })).rejects.toMatchObject({
      code: "not-found",
    });
  }));

test("keeps both values apart when two people change one field of a contact", () =>
  inRolledBack(async (tx) => {
    const { office, owner } = await castOf(tx);
    const { id: customerId } = await createCustomer(office, acme);
    const { id } = await addContact(office, { customerId, contact: dana });
    await editContact(office, { id, changes: { phone: "1" }, was: { phone: "555-0101" } });
    await expect(
      editContact(owner, { id, changes: { phone: "2" }, was: { phone: "555-0101" } }),
    ).rejects.toMatchObject({ detail: { clashes: [{ field: "phone", theirs: "1", yours: "2" }] } });
  }));
