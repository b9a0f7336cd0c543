import { and, asc, desc, eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { event } from "@/db/schema/history";
import { job } from "@/db/schema/jobs";
import { inTransaction, type MemberContext } from "../context";
import { type Cast, castOf, stageNamed } from "../testing/cast";
import { testDatabase } from "../testing/database";
import { openRealShop } from "../testing/real-shop";
import { isSoak, propertyRuns } from "../testing/rounds";
import { createJob } from "./create-job";
import { moveJobInput, newJobInput } from "./input";
import { moveJob } from "./move-job";
import { recordInspection } from "./record-inspection";

const { inRolledBack } = testDatabase();

async function takeIn(cast: Pick<Cast, "office">, description = "gate") {
  const input = newJobInput.parse({ newCustomer: { name: "Acme Railings" }, parts: [{ description }] });
  return createJob(cast.office, input);
}

async function read(ctx: MemberContext, number: number) {
  return inTransaction(ctx, async ({ tx }) => {
    const [found] = await tx.select().from(job).where(eq(job.number, number));
    if (!found) throw new Error("gone");
    return found;
  });
}

async function move(
  ctx: MemberContext,
  number: number,
  to: string,
  more: { afterNumber?: number | null; overrideReason?: string; isUndo?: boolean } = {},
) {
  const now = await read(ctx, number);
  const target = await stageNamed(ctx, to);
  return moveJob(
    ctx,
    moveJobInput.parse({
      number,
      fromStageId: now.stageId,
      toStageId: target.id,
      placement: now.placement,
      ...more,
    }),
  );
}

async function numbersIn(ctx: MemberContext, stageName: string): Promise<number[]> {
  const { id } = await stageNamed(ctx, stageName);
  return inTransaction(ctx, async ({ tx }) => {
    const rows = await tx
      .select({ number: job.number })
      .from(job)
      .where(eq(job.stageId, id))
      .orderBy(asc(job.rank));
    return rows.map((row) => row.number);
  });
}

describe("moving a job", () => {
  test("changes one row and says so in the history", () =>
    inRolledBack(async (tx) => {
      const cast = await castOf(tx);
      const { number, id } = await takeIn(cast);
      await move(cast.painter, number, "Coating");
      const [last] = await tx
        .select()
        .from(event)
        .where(eq(event.jobId, id))
        .orderBy(desc(event.seq))
        .limit(1);
      expect(await read(cast.office, number)).toMatchObject({ stageKind: "working", placement: 2 });
      expect(last).toMatchObject({
        kind: "job.moved",
        actorName: "Pia Painter",
        before: { stage: "Received" },
        after: { stage: "Coating" },
      });
    }));

  test("tells the second of two people who move the same card, and changes nothing", () =>
    inRolledBack(async (tx) => {
      const cast = await castOf(tx);
      const { number } = await takeIn(cast);
      const seen = await read(cast.office, number);
      await move(cast.painter, number, "Coating");
      const prep = await stageNamed(cast.office, "Prep");
      const late = moveJob(
        cast.office,
        moveJobInput.parse({
          number,
          fromStageId: seen.stageId,
          toStageId: prep.id,
          placement: seen.placement,
        }),
      );
      await expect(late).rejects.toMatchObject({
        code: "stale",
        message: `Pia Painter moved job ${number} first; it is in Coating. Your move was not made.`,
      });
      expect(await numbersIn(cast.office, "Coating")).toEqual([number]);
    }));

  test("SECURITY 16: refuses to deliver a job that has not passed QC", () =>
    inRolledBack(async (tx) => {
      const cast = await castOf(tx);
      const { number } = await takeIn(cast);
      await expect(move(cast.painter, number, "Delivered")).rejects.toMatchObject({ code: "conflict" });
      await expect(move(cast.painter, number, "Ready", { overrideReason: "trust me" })).rejects.toMatchObject(
        {
          code: "conflict",
        },
      );
      await expect(move(cast.manager, number, "Ready")).rejects.toMatchObject({
        detail: { mayOverride: true },
      });
      expect(await numbersIn(cast.office, "Received")).toEqual([number]);
    }));

  test("lets a manager override inspection with a reason that is kept", () =>
    inRolledBack(async (tx) => {
      const cast = await castOf(tx);
      const { number, id } = await takeIn(cast);
      await move(cast.manager, number, "Ready", { overrideReason: "customer waived it" });
      const [last] = await tx
        .select()
        .from(event)
        .where(and(eq(event.jobId, id), eq(event.kind, "job.moved")));
      expect(last?.after).toMatchObject({ overrideReason: "customer waived it" });
    }));

  test("lets a passed job go to Ready, and asks for a new pass after rework", () =>
    inRolledBack(async (tx) => {
      const cast = await castOf(tx);
      const { number } = await takeIn(cast);
      await move(cast.painter, number, "QC");
      await recordInspection(cast.painter, { number, isPass: true, note: "" });
      await move(cast.painter, number, "Ready");
      await move(cast.painter, number, "Coating");
      await expect(move(cast.painter, number, "Ready")).rejects.toMatchObject({ code: "conflict" });
    }));

  test("refuses a pass recorded before the job is in inspection", () =>
    inRolledBack(async (tx) => {
      const cast = await castOf(tx);
      const { number } = await takeIn(cast);
      await expect(recordInspection(cast.painter, { number, isPass: true, note: "" })).rejects.toMatchObject({
        code: "conflict",
      });
    }));

  test("takes a slip back whole: an undone move restores the pass and the clock marks", () =>
    inRolledBack(async (tx) => {
      const cast = await castOf(tx);
      const { number } = await takeIn(cast);
      await move(cast.painter, number, "QC");
      await recordInspection(cast.painter, { number, isPass: true, note: "" });
      await move(cast.painter, number, "Ready");
      const before = await read(cast.painter, number);
      await move(cast.painter, number, "Prep");
      await move(cast.painter, number, "Ready", { isUndo: true });
      const after = await read(cast.painter, number);
      expect(after.passedAt).toEqual(before.passedAt);
      expect(after.stageEnteredAt).toEqual(before.stageEnteredAt);
    }));

  test("does not take somebody else's move back past inspection", () =>
    inRolledBack(async (tx) => {
      const cast = await castOf(tx);
      const { number } = await takeIn(cast);
      await move(cast.manager, number, "Ready", { overrideReason: "waived" });
      await move(cast.manager, number, "Prep");
      await expect(move(cast.painter, number, "Ready", { isUndo: true })).rejects.toMatchObject({
        code: "conflict",
      });
    }));

  test("refuses a job of another shop as if it were not there", () =>
    inRolledBack(async (tx) => {
      const here = await castOf(tx);
      const there = await castOf(tx, "Other Shop");
      const { number } = await takeIn(here);
      const coating = await stageNamed(there.office, "Coating");
      const foreign = moveJob(
        there.office,
        moveJobInput.parse({ number, fromStageId: coating.id, toStageId: coating.id, placement: 1 }),
      );
      await expect(foreign).rejects.toMatchObject({ code: "not-found" });
    }));
});

test(
  "the order of work is what the moves made it, whatever the moves",
  async () => {
    const cast = await openRealShop();
    const numbers: number[] = [];
    for (let count = 0; count < 6; count++) numbers.push((await takeIn(cast)).number);
    const stages = {
      Received: await stageNamed(cast.coater, "Received"),
      Prep: await stageNamed(cast.coater, "Prep"),
    };
    const model: Record<keyof typeof stages, number[]> = { Received: [...numbers], Prep: [] };
    const placements = new Map(numbers.map((number) => [number, 1]));
    const moves = fc.array(
      fc.record({
        who: fc.constantFrom(...numbers),
        where: fc.nat(6),
        to: fc.constantFrom("Received" as const, "Prep" as const),
      }),
      { minLength: 1, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(moves, async (wanted) => {
        await inTransaction({ ...cast.coater, now: new Date() }, async (work) => {
          for (const { who, where, to } of wanted) {
            const from = model.Prep.includes(who) ? "Prep" : "Received";
            model[from] = model[from].filter((number) => number !== who);
            const at = Math.min(where, model[to].length);
            const moved = await moveJob(
              work,
              moveJobInput.parse({
                number: who,
                fromStageId: stages[from].id,
                toStageId: stages[to].id,
                placement: placements.get(who),
                afterNumber: at === 0 ? null : model[to][at - 1],
              }),
            );
            placements.set(who, moved.placement);
            model[to].splice(at, 0, who);
          }
        });
        expect(await numbersIn(cast.office, "Received")).toEqual(model.Received);
        expect(await numbersIn(cast.office, "Prep")).toEqual(model.Prep);
      }),
      { ...propertyRuns, endOnFailure: true },
    );
  },
  isSoak ? 3_600_000 : 120_000,
);
