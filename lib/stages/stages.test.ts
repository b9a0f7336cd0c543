import { describe, expect, test } from "vitest";
import { event } from "@/db/schema/history";
import { inTransaction, type MemberContext } from "../context";
import { createJob } from "../jobs/create-job";
import { newJobInput } from "../jobs/input";
import { type Cast, castOf, stageNamed } from "../testing/cast";
import { testDatabase } from "../testing/database";
import { releaseQueues } from "../testing/outbox";
import { addStage } from "./add-stage";
import { changeStage } from "./change-stage";
import { newStageInput } from "./input";
import { listStages } from "./list-stages";
import { orderStages } from "./order-stages";
import { retireStage } from "./retire-stage";

const { inRolledBack } = testDatabase();
releaseQueues();

const inShop = (run: (cast: Cast) => Promise<void>) => inRolledBack(async (tx) => run(await castOf(tx)));
const names = async (ctx: MemberContext) => (await listStages(ctx)).map((one) => one.name);
const lastEvent = (ctx: MemberContext) =>
  inTransaction(ctx, async ({ tx }) => (await tx.select().from(event).orderBy(event.seq)).at(-1));
const takeIn = (ctx: MemberContext) =>
  createJob(
    ctx,
    newJobInput.parse({
      newCustomer: { name: "Acme Railings" },
      parts: [{ description: "Rail", quantity: 2 }],
    }),
  );

describe("the stages of a board", () => {
  test("a new one stands after those of its kind, and history says so", () =>
    inShop(async ({ owner }) => {
      await addStage(owner, newStageInput.parse({ name: "Blast", kind: "working", wipLimit: 4 }));
      expect(await names(owner)).toEqual([
        "Quoted",
        "Received",
        "Prep",
        "Masking",
        "Coating",
        "Curing",
        "Blast",
        "QC",
        "Ready",
        "Delivered",
      ]);
      expect(await lastEvent(owner)).toMatchObject({
        kind: "stage.added",
        after: { name: "Blast", wipLimit: 4 },
      });
    }));

  test("no two have one name, whatever its letters' size", () =>
    inShop(async ({ owner }) => {
      const twin = addStage(owner, newStageInput.parse({ name: "curing", kind: "working" }));
      await expect(twin).rejects.toMatchObject({ code: "conflict", detail: { field: "name" } });
    }));

  test("one is renamed and limited; its event holds what changed alone", () =>
    inShop(async ({ manager }) => {
      const { id, name, kind } = await stageNamed(manager, "QC");
      await changeStage(manager, { id, name: "Inspection", kind, wipLimit: null });
      expect(await lastEvent(manager)).toMatchObject({ before: { name }, after: { name: "Inspection" } });
      expect((await lastEvent(manager))?.after).not.toHaveProperty("kind");
    }));

  test("one asks for an approved proof, and customers read another name for it or nothing", () =>
    inShop(async ({ manager }) => {
      const { id, name, kind } = await stageNamed(manager, "Masking");
      const asked = { requiresProof: true, isShownToCustomer: true, customerName: "Getting ready" };
      await changeStage(manager, { id, name, kind, wipLimit: null, ...asked });
      expect(await stageNamed(manager, "Masking")).toMatchObject(asked);
      expect((await lastEvent(manager))?.after).toEqual({
        requiresProof: true,
        customerName: "Getting ready",
      });
      await changeStage(manager, { id, name, kind, wipLimit: null, isShownToCustomer: false });
      expect(await stageNamed(manager, "Masking")).toMatchObject({ ...asked, isShownToCustomer: false });
    }));

  test("its kind stays while it holds a job", () =>
    inShop(async ({ owner }) => {
      await takeIn(owner);
      const { id, name } = await stageNamed(owner, "Received");
      const change = changeStage(owner, { id, name, kind: "working", wipLimit: null });
      await expect(change).rejects.toMatchObject({ code: "conflict", detail: { field: "kind" } });
      const empty = await stageNamed(owner, "Masking");
      await changeStage(owner, { id: empty.id, name: "Masking", kind: "waiting", wipLimit: null });
      expect((await stageNamed(owner, "Masking")).kind).toBe("waiting");
    }));

  test("they are put in another order, whole or not at all", () =>
    inShop(async ({ owner }) => {
      const ids = (await listStages(owner)).map((one) => one.id);
      const [first = "", second = "", ...rest] = ids;
      await orderStages(owner, { ids: [second, first, ...rest] });
      expect((await names(owner)).slice(0, 2)).toEqual(["Received", "Quoted"]);
      await expect(orderStages(owner, { ids: ids.slice(1) })).rejects.toMatchObject({ code: "stale" });
      const doubled = orderStages(owner, { ids: [first, first, ...rest] });
      await expect(doubled).rejects.toMatchObject({ code: "stale" });
    }));

  test("an empty one retires, one with a job in it does not", () =>
    inShop(async ({ owner }) => {
      await takeIn(owner);
      const received = await stageNamed(owner, "Received");
      await expect(retireStage(owner, { id: received.id })).rejects.toMatchObject({ code: "conflict" });
      const masking = await stageNamed(owner, "Masking");
      await retireStage(owner, { id: masking.id });
      expect(await names(owner)).not.toContain("Masking");
      await expect(retireStage(owner, { id: masking.id })).rejects.toMatchObject({ code: "not-found" });
      await addStage(owner, newStageInput.parse({ name: "Masking", kind: "working" }));
    }));

  test("the only stage that delivers stays", () =>
    inShop(async ({ owner }) => {
      const { id } = await stageNamed(owner, "Delivered");
      await expect(retireStage(owner, { id })).rejects.toMatchObject({ code: "conflict" });
      const change = changeStage(owner, { id, name: "Delivered", kind: "ready", wipLimit: null });
      await expect(change).rejects.toMatchObject({ code: "conflict" });
    }));

  test("SECURITY 11: office and coater change none", () =>
    inShop(async ({ office, painter, owner }) => {
      const { id, name, kind } = await stageNamed(owner, "QC");
      for (const ctx of [office, painter]) {
        for (const attempt of [
          () => addStage(ctx, newStageInput.parse({ name: "Blast", kind: "working" })),
          () => changeStage(ctx, { id, name, kind, wipLimit: 3 }),
          () => orderStages(ctx, { ids: [id] }),
          () => retireStage(ctx, { id }),
          () => listStages(ctx),
        ]) {
          await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
        }
      }
    }));

  test("SECURITY 12: another shop's stage is not there", () =>
    inRolledBack(async (tx) => {
      const mine = await castOf(tx);
      const theirs = await castOf(tx, "Other");
      const { id, name, kind } = await stageNamed(theirs.owner, "QC");
      await expect(retireStage(mine.owner, { id })).rejects.toMatchObject({ code: "not-found" });
      const change = changeStage(mine.owner, { id, name, kind, wipLimit: 1 });
      await expect(change).rejects.toMatchObject({ code: "not-found" });
    }));
});
