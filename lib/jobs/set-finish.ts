import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { coat } from "@/db/schema/jobs";
import { movement } from "@/db/schema/powders";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { clashRefusal } from "../history/clash-refusal";
import { recordEvent } from "../history/record-event";
import { coatWords, isSameFinish } from "./coats";
import type { SetFinishInput } from "./edit-input";
import type { CoatInput } from "./input";
import { lockJob } from "./lock-job";
import { lockPart } from "./lock-part";
import { requirePowders } from "./require-known";
import { updateJob } from "./update-job";

type Coat = typeof coat.$inferSelect;

/**
 * Gives a part another finish, coat by coat in order of application. Refuses when somebody changed it meanwhile
 * ("conflict", with both), and to take away a coat that powder was drawn for.
 */
export async function setFinish(ctx: Context, input: SetFinishInput): Promise<void> {
  authorize(ctx, "jobs.edit");
  await inTransaction(ctx, async (work) => {
    const whole = await lockJob(work, input.number);
    const coated = await lockPart(work, whole.id, input.partId);
    const now = await work.tx
      .select()
      .from(coat)
      .where(and(eq(coat.shopId, ctx.shop.id), eq(coat.partId, coated.id)))
      .orderBy(asc(coat.position));
    if (isSameFinish(now, input.coats)) return;
    if (!isSameFinish(now, input.was)) {
      const clash = { field: "coats", theirs: now.map(coatWords), yours: input.coats.map(coatWords) };
      throw await clashRefusal(work, coated.id, clash, [clash]);
    }
    await requirePowders(work, input.coats);
    await layCoats(work, coated.id, now, input.coats);
    await updateJob(work, whole, {});
    recordEvent(work, {
      kind: "part.finished",
      subjectId: coated.id,
      jobId: whole.id,
      customerId: whole.customerId,
      before: { part: coated.description, coats: now.map(coatWords) },
      after: { coats: input.coats.map(coatWords) },
    });
  });
}

/** Keeps the rows of coats that stay, for powder is drawn by them; others take the rows that are free, in order. */
async function layCoats(work: WorkContext, partId: string, now: Coat[], wanted: CoatInput[]): Promise<void> {
  const free = [...now];
  const kept = wanted.map((one) => {
    const at = free.findIndex((row) => isSameFinish([row], [one]));
    return at < 0 ? undefined : free.splice(at, 1)[0];
  });
  const rows = kept.map((row) => row ?? free.shift());
  await removeCoats(work, free);
  for (const [index, one] of wanted.entries()) {
    const row = rows[index];
    const values = {
      ...one,
      position: index + 1,
      powderId: one.powderId ?? null,
      gloss: one.gloss ?? null,
      texture: one.texture ?? null,
      filmUm: one.filmUm ?? null,
    };
    if (row) {
      await work.tx
        .update(coat)
        .set(values)
        .where(and(eq(coat.shopId, work.shop.id), eq(coat.id, row.id)));
    } else await work.tx.insert(coat).values({ ...values, shopId: work.shop.id, partId });
  }
}

async function removeCoats(work: WorkContext, gone: Coat[]): Promise<void> {
  if (gone.length === 0) return;
  const ids = gone.map((one) => one.id);
  const [drawn] = await work.tx
    .select({ coatId: movement.coatId })
    .from(movement)
    .where(and(eq(movement.shopId, work.shop.id), inArray(movement.coatId, ids)))
    .limit(1);
  if (drawn) {
    const name = gone.find((one) => one.id === drawn.coatId)?.name;
    throw new Refusal("conflict", `Powder was already drawn for the coat ${name}. It stays on the job.`);
  }
  await work.tx.delete(coat).where(and(eq(coat.shopId, work.shop.id), inArray(coat.id, ids)));
}
