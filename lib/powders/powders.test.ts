import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { event } from "@/db/schema/history";
import { lot, movement } from "@/db/schema/powders";
import { inTransaction } from "../context";
import { castOf } from "../testing/cast";
import { testDatabase } from "../testing/database";
import { createPowder } from "./create-powder";
import { editPowder } from "./edit-powder";
import { powderInput, receiveLotInput } from "./input";
import { receiveLot } from "./receive-lot";

const { inRolledBack } = testDatabase();
const white = powderInput.parse({ maker: "Tiger", code: "29/10002", name: "Traffic white" });

test("refuses a maker's code that is here already, however it is written", () =>
  inRolledBack(async (tx) => {
    const { office } = await castOf(tx);
    const { id } = await createPowder(office, white);
    await expect(createPowder(office, { ...white, maker: "TIGER", name: "White" })).rejects.toMatchObject({
      code: "conflict",
      message: "TIGER 29/10002 is already here as Traffic white.",
      detail: { id },
    });
    const black = await createPowder(office, { ...white, code: "29/80001", name: "Black" });
    await expect(
      editPowder(office, { id: black.id, changes: { code: white.code }, was: { code: "29/80001" } }),
    ).rejects.toMatchObject({ code: "conflict" });
  }));

test("SECURITY 14: a painter may add a powder but neither set nor change its price", () =>
  inRolledBack(async (tx) => {
    const { painter, office } = await castOf(tx);
    const priced = { ...white, priceCents: 950, priceUnit: "lb" as const };
    await expect(createPowder(painter, priced)).rejects.toMatchObject({ code: "forbidden" });
    const { id } = await createPowder(painter, white);
    await expect(
      editPowder(painter, { id, changes: { priceCents: 1 }, was: { priceCents: null } }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await editPowder(office, { id, changes: { priceCents: 950, priceUnit: "lb" }, was: {} });
    await expect(
      receiveLot(painter, receiveLotInput.parse({ powderId: id, quantity: 5, unit: "lb", priceCents: 1 })),
    ).rejects.toMatchObject({ code: "forbidden" });
  }));

test("edits different fields by two people and refuses one field by both", () =>
  inRolledBack(async (tx) => {
    const { office, owner } = await castOf(tx);
    const { id } = await createPowder(office, white);
    await editPowder(office, { id, changes: { name: "RAL 9016" }, was: { name: "Traffic white" } });
    const edited = await editPowder(owner, { id, changes: { gloss: "matte" }, was: { gloss: null } });
    expect(edited.version).toBe(3);
    await expect(
      editPowder(owner, { id, changes: { name: "White" }, was: { name: "Traffic white" } }),
    ).rejects.toMatchObject({ detail: { clashes: [{ field: "name", theirs: "RAL 9016", yours: "White" }] } });
  }));

test("receives a lot with its weight in one event, at the powder's price when none is given", () =>
  inRolledBack(async (tx) => {
    const { office } = await castOf(tx);
    const { id } = await createPowder(office, { ...white, priceCents: 950, priceUnit: "lb" });
    const made = await receiveLot(
      office,
      receiveLotInput.parse({ powderId: id, quantity: 2, unit: "box", boxMg: 25_000_000, label: "L7" }),
    );
    expect(made.onHandMg).toBe(50_000_000);
    await inTransaction(office, async ({ tx }) => {
      const [row] = await tx.select().from(lot).where(eq(lot.id, made.id));
      expect(row).toMatchObject({ priceCents: 950, priceUnit: "lb", boxMg: 25_000_000 });
      const [line] = await tx.select().from(movement).where(eq(movement.lotId, made.id));
      expect(line).toMatchObject({ kind: "receipt", quantityTyped: 2, unitTyped: "box", costCents: 104_720 });
      const events = await tx
        .select()
        .from(event)
        .where(eq(event.subjectId, made.id))
        .orderBy(desc(event.seq));
      expect(events.map((one) => one.kind)).toEqual(["lot.received"]);
    });
  }));

test("refuses boxes of a weight that nobody gave, and a powder that is not the shop's", () =>
  inRolledBack(async (tx) => {
    const { office } = await castOf(tx);
    const { id } = await createPowder(office, white);
    const boxes = receiveLotInput.parse({ powderId: id, quantity: 2, unit: "box" });
    await expect(receiveLot(office, boxes)).rejects.toMatchObject({
      code: "invalid",
      message: "Say how heavy a box of this powder is.",
    });
    const rival = await castOf(tx, "Rival Coating");
    await expect(receiveLot(rival.office, { ...boxes, unit: "lb" })).rejects.toMatchObject({
      code: "not-found",
    });
  }));
