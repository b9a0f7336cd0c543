import "server-only";
import { and, desc, eq, isNull, ne, or, sql } from "drizzle-orm";
import { contact, customer } from "@/db/schema/customers";
import { event } from "@/db/schema/history";
import { importRow, importRun, type MadeThing } from "@/db/schema/imports";
import { coat, job, part } from "@/db/schema/jobs";
import { lot, movement, powder } from "@/db/schema/powders";
import { type Context, inTransaction, type WorkContext } from "../context";
import { editCustomer } from "../customers/edit-customer";
import { retireContact } from "../customers/retire-contact";
import { retireCustomer } from "../customers/retire-customer";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { retireJob } from "../jobs/retire-job";
import { systemContext } from "../people/system-context";
import { reverseMovement } from "../powders/reverse-movement";
import { importerName, mark, takeRow } from "./bring-in-rows";
import { getRun, lockRun } from "./read-import";

/**
 * The worker's part of an undo, from the last row to the first: what nobody has touched since is retired and its
 * movements reversed, each row in its own transaction with its mark; a row with a thing that somebody touched is kept and
 * says why. Goes on where an interrupted one stopped, and stops when it is asked to.
 */
export async function undoRows(told: Context, { runId }: { runId: string }): Promise<void> {
  const ctx = await systemContext(told.shop.id, importerName);
  const rows = await inTransaction(ctx, (work) => importedRows(work, runId));
  for (const row of rows) if (!(await undoRow({ ...ctx, now: new Date() }, runId, row))) break;
  await inTransaction({ ...ctx, now: new Date() }, (work) => finish(work, runId));
}

async function importedRows(work: WorkContext, runId: string): Promise<number[]> {
  const rows = await work.tx
    .select({ row: importRow.row })
    .from(importRow)
    .where(
      and(eq(importRow.shopId, work.shop.id), eq(importRow.runId, runId), eq(importRow.state, "imported")),
    )
    .orderBy(desc(importRow.row));
  return rows.map(({ row }) => row);
}

/** Takes one row back; false when it is to stop. */
async function undoRow(ctx: Context, runId: string, row: number): Promise<boolean> {
  try {
    return await inTransaction(ctx, async (work) => {
      const { state, isCancelAsked } = await getRun(work, runId);
      if (state !== "undoing" || isCancelAsked) return false;
      const taken = await takeRow(work, runId, row, "imported");
      if (!taken) return true;
      for (const thing of taken.made.toReversed()) await takeBack(work, thing);
      await mark(work, runId, row, { state: "undone", reason: "" });
      return true;
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await inTransaction(ctx, async (work) => {
      const taken = await takeRow(work, runId, row, "imported");
      if (taken) await mark(work, runId, row, { state: "kept", reason: error.message });
    });
    return true;
  }
}

async function finish(work: WorkContext, runId: string): Promise<void> {
  const run = await lockRun(work, runId);
  if (run.state !== "undoing") return;
  const isStopped = run.isCancelAsked;
  await work.tx
    .update(importRun)
    .set({ state: isStopped ? "cancelled" : "undone", finishedAt: work.now })
    .where(and(eq(importRun.shopId, work.shop.id), eq(importRun.id, runId)));
  const kind = isStopped ? "import.undo-stopped" : "import.undone";
  recordEvent(work, { kind, subjectId: runId, after: { file: run.fileName } });
}

async function takeBack(work: WorkContext, thing: MadeThing): Promise<void> {
  if (thing.noun === "edit") {
    await editCustomer(work, { id: thing.id, changes: thing.was, was: thing.now });
    return;
  }
  if (thing.noun === "alias") return takeBackAlias(work, thing.id, thing.name);
  await refuseTouched(work, thing.id);
  if (thing.noun === "job") return retireJob(work, { number: thing.number });
  if (thing.noun === "customer") return takeBackCustomer(work, thing.id);
  if (thing.noun === "contact") return void (await retireContact(work, { id: thing.id }));
  if (thing.noun === "lot") return takeBackLot(work, thing.id);
  if (thing.noun === "powder") return takeBackPowder(work, thing.id);
  // A further part goes with the job of the row it continues.
}

/** Refuses when anybody but an import has done something to a thing since it came in. */
async function refuseTouched(work: WorkContext, id: string): Promise<void> {
  const [touch] = await work.tx
    .select({ by: event.actorName })
    .from(event)
    .where(
      and(
        eq(event.shopId, work.shop.id),
        or(eq(event.subjectId, id), eq(event.jobId, id), eq(event.customerId, id)),
        ne(event.actorName, importerName),
      ),
    )
    .limit(1);
  if (touch) throw new Refusal("conflict", `${touch.by} has worked on this since.`);
}

async function takeBackCustomer(work: WorkContext, id: string): Promise<void> {
  const [held] = await work.tx
    .select({ number: job.number })
    .from(job)
    .where(and(eq(job.shopId, work.shop.id), eq(job.customerId, id), isNull(job.retiredAt)))
    .limit(1);
  if (held) throw new Refusal("conflict", `Job ${held.number} is this customer’s.`);
  await work.tx
    .update(contact)
    .set({ retiredAt: work.now })
    .where(and(eq(contact.shopId, work.shop.id), eq(contact.customerId, id), isNull(contact.retiredAt)));
  await retireCustomer(work, { id });
}

async function takeBackAlias(work: WorkContext, id: string, name: string): Promise<void> {
  await work.tx
    .update(customer)
    .set({ aliases: sql`array_remove(${customer.aliases}, ${name})` })
    .where(and(eq(customer.shopId, work.shop.id), eq(customer.id, id)));
  recordEvent(work, {
    kind: "customer.alias-removed",
    subjectId: id,
    customerId: id,
    before: { alias: name },
  });
}

async function takeBackLot(work: WorkContext, id: string): Promise<void> {
  const lines = await work.tx
    .select({ id: movement.id })
    .from(movement)
    .where(and(eq(movement.shopId, work.shop.id), eq(movement.lotId, id), isNull(movement.reversesId)));
  for (const line of lines) await reverseMovement(work, { id: line.id, reason: "The import was undone." });
  await work.tx
    .update(lot)
    .set({ retiredAt: work.now })
    .where(and(eq(lot.shopId, work.shop.id), eq(lot.id, id)));
  recordEvent(work, { kind: "lot.retired", subjectId: id });
}

async function takeBackPowder(work: WorkContext, id: string): Promise<void> {
  const [used] = await work.tx
    .select({ id: coat.id })
    .from(coat)
    .innerJoin(part, and(eq(part.shopId, coat.shopId), eq(part.id, coat.partId)))
    .innerJoin(job, and(eq(job.shopId, part.shopId), eq(job.id, part.jobId), isNull(job.retiredAt)))
    .where(and(eq(coat.shopId, work.shop.id), eq(coat.powderId, id)))
    .limit(1);
  const [held] = await work.tx
    .select({ id: lot.id })
    .from(lot)
    .where(and(eq(lot.shopId, work.shop.id), eq(lot.powderId, id), isNull(lot.retiredAt)))
    .limit(1);
  if (used || held) throw new Refusal("conflict", "A job or another lot has this powder.");
  await work.tx
    .update(powder)
    .set({ retiredAt: work.now, version: sql`${powder.version} + 1` })
    .where(and(eq(powder.shopId, work.shop.id), eq(powder.id, id)));
  recordEvent(work, { kind: "powder.retired", subjectId: id });
}
