import "server-only";
import { and, asc, eq, lt, max, sql } from "drizzle-orm";
import { type Context, inTransaction, mintContext, type SystemActor, type WorkContext } from "@/lib/context";
import { recordEvent } from "@/lib/history/record-event";
import { event } from "../schema/history";
import { findCrew } from "./demo-crew";
import { findMade } from "./demo-made";
import { type DemoPlan, type DemoSize, planDemo, wholeDemo } from "./demo-plan";
import type { Step } from "./demo-steps";
import { wavesOf } from "./demo-waves";
import { type Making, takeStep } from "./take-step";
import { dayOf } from "./work-clock";

/**
 * Gives a demo shop its past, by the real commands of its own people, one transaction a working day. The last day is
 * the one the shop was opened on. Cut off, it goes on where it stopped; a second run beside it ends at once. Refuses
 * any other shop.
 */
export async function makeDemo(ctx: Context<SystemActor>, size: DemoSize = wholeDemo): Promise<void> {
  if (!ctx.shop.isDemo) throw new Error("only a demo shop is given a past");
  await inTransaction(ctx, async (guard) => {
    if (!(await isAlone(guard))) return;
    const history = await readHistory(guard);
    if (history.isMade) return;
    const { timeZone, units } = ctx.shop;
    const plan = planDemo({ now: history.openedAt, timeZone, units }, size);
    const making = { plan, crew: await findCrew(ctx), made: await findMade(ctx, plan) };
    if (!history.isBegun) await tell(ctx, "demo.begun", { jobs: size.jobs });
    for (const day of daysAfter(plan, history.reached)) await makeDay(ctx, making, day);
    await tell(ctx, "demo.made", { jobs: making.made.jobs.size });
  });
}

/** Held by an idle transaction for as long as the making goes on, and let go by itself when the process dies. */
async function isAlone(guard: WorkContext): Promise<boolean> {
  const [lock] = await guard.tx.execute<{ got: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`demo ${guard.shop.id}`}, 0)) as got`,
  );
  return lock?.got === true;
}

/** When the shop was opened, and the last moment of its made past: a day is made whole or not at all. */
async function readHistory({ tx, shop }: WorkContext) {
  const about = and(eq(event.shopId, shop.id), eq(event.subjectId, shop.id));
  const told = await tx
    .select({ kind: event.kind, at: event.at })
    .from(event)
    .where(about)
    .orderBy(asc(event.seq));
  const opened = told.find(({ kind }) => kind === "shop.created");
  if (!opened) throw new Error("the demo shop was never opened");
  const [past] = await tx
    .select({ reached: max(event.at) })
    .from(event)
    .where(and(eq(event.shopId, shop.id), lt(event.at, opened.at)));
  const has = (kind: string) => told.some((one) => one.kind === kind);
  return {
    openedAt: opened.at,
    reached: past?.reached ?? null,
    isBegun: has("demo.begun"),
    isMade: has("demo.made"),
  };
}

function daysAfter({ clock, steps }: DemoPlan, reached: Date | null): Step[][] {
  const days = Map.groupBy(steps, ({ minute }) => dayOf(minute));
  return [...days.values()].filter(([first]) => first && (!reached || clock.at(first.minute) > reached));
}

async function makeDay(ctx: Context<SystemActor>, making: Making, steps: Step[]): Promise<void> {
  await inTransaction(ctx, async ({ shop, work, tx }) => {
    for (const wave of wavesOf(steps, making.plan)) {
      const taken = await Promise.allSettled(
        wave.map((step) => {
          const now = making.plan.clock.at(step.minute);
          const hand = mintContext({ actor: making.crew[step.hand], shop, now, work });
          return takeStep({ ...hand, work, tx }, making, step);
        }),
      );
      for (const one of taken) if (one.status === "rejected") throw one.reason;
    }
    work.events.sort((one, other) => one.at.getTime() - other.at.getTime());
  });
}

async function tell(ctx: Context<SystemActor>, kind: string, after: Record<string, unknown>): Promise<void> {
  await inTransaction(ctx, async (work) => recordEvent(work, { kind, subjectId: ctx.shop.id, after }));
}
