import { asc } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { contact } from "@/db/schema/customers";
import { event } from "@/db/schema/history";
import { coat } from "@/db/schema/jobs";
import { lot, movement, powder } from "@/db/schema/powders";
import { inTransaction, type MemberContext } from "../context";
import { createCustomer } from "../customers/create-customer";
import { customerInput } from "../customers/input";
import { type Cast, castOf } from "../testing/cast";
import { testDatabase } from "../testing/database";
import { addPart } from "./add-part";
import { assignMember } from "./assign-member";
import { createJob } from "./create-job";
import { addPartInput, editJobInput, editPartInput, setFinishInput } from "./edit-input";
import { editJob } from "./edit-job";
import { editPart } from "./edit-part";
import { getJob } from "./get-job";
import { newJobInput } from "./input";
import { restorePart } from "./restore-part";
import { retirePart } from "./retire-part";
import { setFinish } from "./set-finish";
import { unassignMember } from "./unassign-member";
import { lineSum } from "./whole-price";

const { inRolledBack } = testDatabase();

type Play = { cast: Cast; office: MemberContext; painter: MemberContext; number: number };

const play =
  (run: (play: Play) => Promise<void>, more: object = {}) =>
  () =>
    inRolledBack(async (tx) => {
      const cast = await castOf(tx);
      const { number } = await createJob(
        cast.office,
        newJobInput.parse({
          newCustomer: { name: "Acme Railings" },
          parts: [{ description: "Gate" }],
          dueOn: "2026-03-09",
          ...more,
        }),
      );
      await run({ cast, office: cast.office, painter: cast.painter, number });
    });

const edit = (ctx: MemberContext, number: number, changes: object, was: object = {}) =>
  editJob(ctx, editJobInput.parse({ number, changes, was }));
const lastEvent = async (ctx: MemberContext) =>
  (await inTransaction(ctx, ({ tx }) => tx.select().from(event).orderBy(asc(event.seq)))).at(-1);

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
  "priced by line, the job costs the sum of its standing lines after every change of parts",
  play(
    async ({ office, number }) => {
      const lines = fc.array(
        fc.record({
          act: fc.constantFrom("add", "price", "retire", "restore"),
          at: fc.nat(20),
          cents: fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: null }),
        }),
        { minLength: 1, maxLength: 12 },
      );
      const gone: string[] = [];
      await fc.assert(
        fc.asyncProperty(lines, async (acts) => {
          for (const { act, at, cents } of acts) {
            const { parts } = await getJob(office, number);
            const one = parts[at % parts.length];
            const partId = one?.id as string;
            if (act === "add") {
              const part = { description: "Post", priceCents: cents };
              await addPart(office, addPartInput.parse({ number, part }));
            } else if (act === "price") {
              await editPart(office, editPartInput.parse({ number, partId, changes: { priceCents: cents } }));
            } else if (act === "retire" && parts.length > 1) {
              await retirePart(office, { number, partId });
              gone.push(partId);
            } else if (act === "restore" && gone.length > 0) {
              await restorePart(office, { number, partId: gone.pop() as string });
            }
          }
          const now = await getJob(office, number);
          const prices = now.parts.map(({ priceCents }) => ({ priceCents }));
          expect(now.price).toEqual({ cents: lineSum(prices), isByLine: true });
        }),
        { numRuns: process.env.COATYARD_SOAK ? 200 : 10 },
      );
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
  "edits a part, and the last part cannot be taken off",
  play(async ({ painter, number }) => {
    const [gate] = (await getJob(painter, number)).parts;
    const partId = gate?.id as string;
    const changes = { quantity: 12, substrate: "galvanised", areaEachCm2: 11_148.364_83 };
    await editPart(painter, editPartInput.parse({ number, partId, changes, was: { quantity: 1 } }));
    expect((await getJob(painter, number)).parts[0]).toMatchObject({ ...changes, areaEachCm2: 11_148.3648 });
    const stale = editPartInput.parse({ number, partId, changes: { quantity: 13 }, was: { quantity: 1 } });
    await expect(editPart(painter, stale)).rejects.toMatchObject({ code: "conflict" });
    await expect(retirePart(painter, { number, partId })).rejects.toMatchObject({ code: "conflict" });
    await addPart(painter, addPartInput.parse({ number, part: { description: "Post" } }));
    await retirePart(painter, { number, partId });
    const after = await getJob(painter, number);
    expect(after.parts.map((one) => one.description)).toEqual(["Post"]);
    expect(after.version).toBe(4);
    await expect(editPart(painter, stale)).rejects.toMatchObject({ code: "gone" });
  }),
);

const white = { role: "top", system: "ral", code: "RAL 9016", name: "Traffic white", hex: "#f1f0ea" };
const zinc = { role: "primer", system: "words", name: "Zinc primer" };

test(
  "chooses a finish coat by coat; a coat that stays keeps its powder, and one that powder was drawn for stays",
  play(async ({ cast, painter, number }) => {
    const [gate] = (await getJob(painter, number)).parts;
    const partId = gate?.id as string;
    const set = (coats: object[], was: object[]) =>
      setFinish(painter, setFinishInput.parse({ number, partId, coats, was }));
    await set([white], []);
    await drawPowder(cast.painter);
    await set([zinc, white], [white]);
    const laid = await inTransaction(painter, ({ tx }) => tx.select().from(coat).orderBy(asc(coat.position)));
    const [drawn] = await inTransaction(painter, ({ tx }) => tx.select().from(movement));
    expect(laid.map((one) => one.name)).toEqual(["Zinc primer", "Traffic white"]);
    expect(laid[1]?.id).toBe(drawn?.coatId);
    await expect(set([zinc], [zinc, white])).rejects.toMatchObject({
      message: expect.stringContaining("drawn"),
    });
    await expect(set([], [white])).rejects.toMatchObject({ detail: { clashes: [{ field: "coats" }] } });
    await set([white], [zinc, white]);
    expect(await lastEvent(painter)).toMatchObject({
      kind: "part.finished",
      before: { coats: ["Zinc primer", "RAL 9016 Traffic white"] },
      after: { coats: ["RAL 9016 Traffic white"] },
    });
  }),
);

async function drawPowder(ctx: MemberContext): Promise<void> {
  await inTransaction(ctx, async ({ tx }) => {
    const shopId = ctx.shop.id;
    const [one] = await tx.select().from(coat);
    const [made] = await tx
      .insert(powder)
      .values({ shopId, maker: "M", code: "1", name: "White" })
      .returning();
    const [from] = await tx
      .insert(lot)
      .values({ shopId, powderId: made?.id as string })
      .returning();
    const line = { kind: "usage", massMg: -5, quantityTyped: 5, unitTyped: "g" } as const;
    await tx.insert(movement).values({ ...line, shopId, lotId: from?.id as string, coatId: one?.id });
  });
}

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
