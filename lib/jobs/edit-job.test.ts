import { expect, test } from "vitest";
import { contact } from "@/db/schema/customers";
import { inTransaction, type MemberContext } from "../context";
import { createCustomer } from "../customers/create-customer";
import { customerInput } from "../customers/input";
import { castOf } from "../testing/cast";
import { testDatabase } from "../testing/database";
import { lastEvent, playOneJob } from "../testing/one-job";
import { addPart } from "./add-part";
import { assignMember } from "./assign-member";
import { createJob } from "./create-job";
import { addPartInput, editJobInput, editPartInput } from "./edit-input";
import { editJob } from "./edit-job";
import { editPart } from "./edit-part";
import { getJob } from "./get-job";
import { newJobInput } from "./input";
import { retirePart } from "./retire-part";
import { unassignMember } from "./unassign-member";

const { inRolledBack } = testDatabase();
const play = playOneJob(inRolledBack);

const edit = (ctx: MemberContext, number: number, changes: object, was: object = {}) =>
  editJob(ctx, editJobInput.parse({ number, changes, was }));

test(
  "changes a field and keeps both values in the history",
  play(async ({ office, number }) => {
    const { version, before } = await edit(office, number, { dueOn: "2026-03-14" }, { dueOn: "2026-03-09" });
    expect([version, before]).toEqual([2, { dueOn: "2026-03-09" }]);
    expect(await getJob(office, number)).toMatchObject({ dueOn: "2026-03-14", version: 2 });
    expect(await lastEvent(office)).toMatchObject({
      kind: "job.edited",
      actorName: "Otto Office",
      before: { dueOn: "2026-03-09" },
      after: { dueOn: "2026-03-14" },
    });
    await edit(office, number, before, { dueOn: "2026-03-14" });
    expect((await getJob(office, number)).dueOn).toBe("2026-03-09");
  }),
);

test(
  "two people who change different fields both succeed; the same field is refused with both values",
  play(async ({ office, painter, number }) => {
    const was = { dueOn: "2026-03-09", priority: "normal" };
    await edit(painter, number, { dueOn: "2026-03-12" }, was);
    await edit(office, number, { priority: "rush" }, was);
    await expect(edit(office, number, { dueOn: "2026-03-14" }, was)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Pia Painter"),
      detail: { clashes: [{ field: "dueOn", theirs: "2026-03-12", yours: "2026-03-14" }] },
    });
    expect(await getJob(office, number)).toMatchObject({ dueOn: "2026-03-12", priority: "rush" });
    await edit(office, number, { dueOn: "2026-03-14" }, { dueOn: "2026-03-12" });
  }),
);

test(
  "a change to what already stands is no change",
  play(async ({ office, number }) => {
    const seq = (await lastEvent(office))?.seq;
    expect((await edit(office, number, { dueOn: "2026-03-09", poNumber: "" })).version).toBe(1);
    expect((await lastEvent(office))?.seq).toBe(seq);
  }),
);

test(
  "another customer takes the contact off, and a contact of somebody else is refused",
  play(async ({ office, number }) => {
    const people = { contacts: [{ name: "Ana" }] };
    const other = await createCustomer(office, customerInput.parse({ name: "Brightline", ...people }));
    const [ana] = await inTransaction(office, ({ tx }) => tx.select().from(contact));
    await expect(edit(office, number, { contactId: ana?.id })).rejects.toMatchObject({ code: "not-found" });
    await edit(office, number, { customerId: other.id, contactId: ana?.id });
    expect(await getJob(office, number)).toMatchObject({
      customer: { name: "Brightline" },
      contact: { name: "Ana" },
    });
    expect(await lastEvent(office)).toMatchObject({
      customerId: other.id,
      before: { customer: "Acme Railings" },
      after: { customer: "Brightline" },
    });
    const third = await createCustomer(office, customerInput.parse({ name: "Third" }));
    await edit(office, number, { customerId: third.id });
    expect((await getJob(office, number)).contact).toBeNull();
    await expect(edit(office, number, { customerId: crypto.randomUUID() })).rejects.toMatchObject({
      code: "not-found",
    });
  }),
);

test(
  "SECURITY 14: prices are absent for who may not see them, and they cannot set them",
  play(
    async ({ office, painter, number }) => {
      const [seen] = (await getJob(office, number)).parts;
      expect(seen?.priceCents).toBe(100);
      const blind = await getJob(painter, number);
      expect(blind).not.toHaveProperty("price");
      expect(JSON.stringify(blind)).not.toMatch(/price/i);
      const attempts = [{ priceCents: 5 }, { pricedByLine: false }];
      for (const changes of attempts) {
        await expect(edit(painter, number, changes)).rejects.toMatchObject({ code: "forbidden" });
      }
      const line = editPartInput.parse({ number, partId: seen?.id, changes: { priceCents: 5 } });
      await expect(editPart(painter, line)).rejects.toMatchObject({ code: "forbidden" });
      const part = addPartInput.parse({ number, part: { description: "Post", priceCents: 5 } });
      await expect(addPart(painter, part)).rejects.toMatchObject({ code: "forbidden" });
    },
    { pricedByLine: true, parts: [{ description: "Gate", priceCents: 100 }] },
  ),
);

test(
  "between a whole price and prices by line: the sum stands, a whole price on lines is refused",
  play(
    async ({ office, number }) => {
      await edit(office, number, { pricedByLine: true }, { pricedByLine: false });
      expect((await getJob(office, number)).price).toEqual({ cents: 75_00, isByLine: true });
      expect(await lastEvent(office)).toMatchObject({
        before: { pricedByLine: false, priceCents: 500_00 },
        after: { pricedByLine: true, priceCents: 75_00 },
      });
      await expect(edit(office, number, { priceCents: 1 })).rejects.toMatchObject({ code: "conflict" });
      await edit(office, number, { pricedByLine: false, priceCents: 500_00 });
      expect((await getJob(office, number)).price).toEqual({ cents: 500_00, isByLine: false });
    },
    {
      priceCents: 500_00,
      parts: [
        { description: "Gate", priceCents: 25_00 },
        { description: "Post", priceCents: 50_00 },
      ],
    },
  ),
);

test(
  "assigns a member once, takes them off once, and refuses a stranger",
  play(async ({ office, painter, number }) => {
    const memberId = painter.actor.id;
    await assignMember(office, { number, memberId });
    await assignMember(painter, { number, memberId });
    expect((await getJob(office, number)).assignees).toEqual([{ id: memberId, name: "Pia Painter" }]);
    await unassignMember(painter, { number, memberId });
    await unassignMember(painter, { number, memberId });
    expect((await getJob(office, number)).assignees).toEqual([]);
    expect(await lastEvent(office)).toMatchObject({
      kind: "job.unassigned",
      before: { member: "Pia Painter" },
    });
    await expect(assignMember(office, { number, memberId: crypto.randomUUID() })).rejects.toMatchObject({
      code: "not-found",
    });
  }),
);

test("SECURITY 12: a job of another shop is not there to read or change", () =>
  inRolledBack(async (tx) => {
    const here = await castOf(tx);
    const { owner } = await castOf(tx, "Another Shop");
    const { number } = await createJob(
      here.office,
      newJobInput.parse({ newCustomer: { name: "Acme" }, parts: [{ description: "Gate" }] }),
    );
    const [gate] = (await getJob(here.office, number)).parts;
    const partId = gate?.id as string;
    const attempts = [
      () => getJob(owner, number),
      () => edit(owner, number, { notes: "x" }),
      () => editPart(owner, editPartInput.parse({ number, partId, changes: { quantity: 9 } })),
      () => retirePart(owner, { number, partId }),
      () => assignMember(owner, { number, memberId: owner.actor.id }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
  }));
