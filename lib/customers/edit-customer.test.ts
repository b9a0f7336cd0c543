import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { customer } from "@/db/schema/customers";
import { event } from "@/db/schema/history";
import { inTransaction, type MemberContext } from "../context";
import { castOf } from "../testing/cast";
import { testDatabase } from "../testing/database";
import { createCustomer } from "./create-customer";
import { editCustomer } from "./edit-customer";
import { customerInput } from "./input";

const { inRolledBack } = testDatabase();

const acme = customerInput.parse({ name: "Acme Railings, LLC", phone: "555-0100", terms: "Net 30" });

async function lastEvent(ctx: MemberContext) {
  return inTransaction(ctx, async ({ tx }) => {
    const [last] = await tx.select().from(event).orderBy(desc(event.seq)).limit(1);
    return last;
  });
}

async function read(ctx: MemberContext, id: string) {
  return inTransaction(ctx, async ({ tx }) => {
    const [row] = await tx.select().from(customer).where(eq(customer.id, id));
    return row;
  });
}

test("changes a field and says in history what it was", () =>
  inRolledBack(async (tx) => {
    const { office } = await castOf(tx);
    const { id } = await createCustomer(office, acme);
    await editCustomer(office, { id, changes: { terms: "Net 15" }, was: { terms: "Net 30" } });
    expect(await read(office, id)).toMatchObject({ terms: "Net 15", version: 2 });
    expect(await lastEvent(office)).toMatchObject({
      kind: "customer.edited",
      actorName: "Otto Office",
      customerId: id,
      before: { terms: "Net 30" },
      after: { terms: "Net 15" },
    });
  }));

test("finds the customer by its new name's key", () =>
  inRolledBack(async (tx) => {
    const { office } = await castOf(tx);
    const { id } = await createCustomer(office, acme);
    await editCustomer(office, { id, changes: { name: "The Zenith Co." }, was: { name: acme.name } });
    expect((await read(office, id))?.nameKey).toBe("zenith");
  }));

test("keeps both changes when two people edit different fields", () =>
  inRolledBack(async (tx) => {
    const { office, manager } = await castOf(tx);
    const { id } = await createCustomer(office, acme);
    await editCustomer(office, { id, changes: { terms: "COD" }, was: { terms: "Net 30" } });
    await editCustomer(manager, { id, changes: { phone: "555-0199" }, was: { phone: "555-0100" } });
    expect(await read(office, id)).toMatchObject({ terms: "COD", phone: "555-0199", version: 3 });
  }));

test("refuses the second of two changes to one field and shows both values", () =>
  inRolledBack(async (tx) => {
    const { office, manager } = await castOf(tx);
    const { id } = await createCustomer(office, acme);
    await editCustomer(office, { id, changes: { terms: "COD" }, was: { terms: "Net 30" } });
    await expect(
      editCustomer(manager, { id, changes: { terms: "Net 60" }, was: { terms: "Net 30" } }),
    ).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Otto Office changed this"),
      detail: { clashes: [{ field: "terms", theirs: "COD", yours: "Net 60" }] },
    });
    expect((await read(office, id))?.terms).toBe("COD");
  }));

test("leaves no line of history when nothing changes", () =>
  inRolledBack(async (tx) => {
    const { office } = await castOf(tx);
    const { id } = await createCustomer(office, acme);
    await editCustomer(office, { id, changes: { terms: "Net 30" }, was: { terms: "Net 30" } });
    expect((await lastEvent(office))?.kind).toBe("customer.created");
  }));

test("refuses a customer above itself, directly and around a corner", () =>
  inRolledBack(async (tx) => {
    const { office } = await castOf(tx);
    const parent = await createCustomer(office, acme);
    const child = await createCustomer(office, { ...acme, name: "Acme North", parentId: parent.id });
    await expect(
      editCustomer(office, { id: parent.id, changes: { parentId: child.id }, was: { parentId: null } }),
    ).rejects.toMatchObject({ code: "conflict" });
    await expect(
      editCustomer(office, { id: parent.id, changes: { parentId: parent.id }, was: { parentId: null } }),
    ).rejects.toMatchObject({ code: "conflict" });
  }));

test("refuses a painter, an unknown customer and another shop's", () =>
  inRolledBack(async (tx) => {
    const { office, painter } = await castOf(tx);
    const { id } = await createCustomer(office, acme);
    const change = { changes: { terms: "COD" }, was: { terms: "Net 30" } };
    await expect(editCustomer(painter, { id, ...change })).rejects.toMatchObject({ code: "forbidden" });
    await expect(editCustomer(office, { id: crypto.randomUUID(), ...change })).rejects.toMatchObject({
      code: "not-found",
    });
    const rival = await castOf(tx, "Rival Coating");
    await expect(editCustomer(rival.owner, { id, ...change })).rejects.toMatchObject({ code: "not-found" });
  }));
