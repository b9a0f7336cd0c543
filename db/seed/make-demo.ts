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
 * Gives a demo shop its past, by the real commands of its own people, one transaction a working week, up to the moment the
 * shop was opened. Cut off, it goes on where it stopped; of a whole one it makes no more. Refuses a shop
 * that is no demo, and to run beside itself.
 */
export async function makeDemo(ctx: Context<SystemActor>, size: DemoSize = wholeDemo): Promise<void> {
  if (!ctx.shop.isDemo) throw new Error("only a demo shop is given a past");
  await inTransaction(ctx, async (guard) => {
    await requireAlone(guard);
    const history = await readHistory(guard);
    if (history.isMade) return;
    const { timeZone, units } = ctx.shop;
    const plan = planDemo({ now: history.openedAt, timeZone, units }, size);
    const making = { plan, crew: await findCrew(ctx), made: await findMade(ctx, plan, history.reached) };
    if (!history.isBegun) await tell(ctx, "demo.begun", { jobs: size.jobs });
    for (const week of weeksAfter(plan, history.reached)) await makeWeek(ctx, making, week);
    await tell(ctx, "demo.made", { jobs: making.made.jobs.size });
  });
}

/** Held by an idle transaction for as long as the making goes on, and let go by itself when the process dies. */
async function requireAlone(guard: WorkContext): Promise<void> {
  const [lock] = await guard.tx.execute<{ got: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`demo ${guard.shop.id}`}, 0)) as got`,
  );
  if (!lock?.got) throw new Error("the demo shop is being made by another process");
}

/** When the shop was opened, and the last moment of its made past: a week is made whole or not at all. */
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

function weeksAfter({ clock, steps }: DemoPlan, reached: Date | null): Step[][] {
  const weeks = Map.groupBy(steps, ({ minute }) => Math.floor(dayOf(minute) / 5));
  return [...weeks.values()].filter(([first]) => first && (!reached || clock.at(first.minute) > reached));
}

/** A visitor's move may lock what a week locks the other way round; the week is then begun again. */
async function makeWeek(ctx: Context<SystemActor>, making: Making, steps: Step[]): Promise<void> {
  try {
    await takeSteps(ctx, making, steps);
  } catch (error) {
    if (!isDeadlock(error)) throw error;
    const [first] = steps;
    const before = new Date(making.plan.clock.at((first as Step).minute).getTime() - 1);
    making.made = await findMade(ctx, making.plan, before);
    await takeSteps(ctx, making, steps);
  }
}

async function takeSteps(ctx: Context<SystemActor>, making: Making, steps: Step[]): Promise<void> {
  await inTransaction(ctx, async ({ shop, work, tx }) => {
    // A plan kept from when the tables were nearly empty would read whole shops by the wrong index.
    await tx.execute(sql`discard plans`);
    for (const wave of wavesOf(steps, making.plan)) {
      const taken = await Promise.allSettled(
        wave.map((step) => {
          const now = making.plan.clock.at(step.minute);
          const hand = mintContext({ actor: making.crew[step.hand], shop, now, work });
          return takeStep({ ...hand, work, tx }, making, step);
        }),
      );
      const failed = taken.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
      if (failed.length > 0) throw failed.find(isDeadlock) ?? failed[0];
    }
    work.events.sort((one, other) => one.at.getTime() - other.at.getTime());
  });
}

function isDeadlock(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: unknown };
  return code === "40P01" || (cause instanceof Error && isDeadlock(cause));
}

async function tell(ctx: Context<SystemActor>, kind: string, after: Record<string, unknown>): Promise<void> {
  const now = { ...ctx, now: new Date() };
  await inTransaction(now, async (work) => recordEvent(work, { kind, subjectId: ctx.shop.id, after }));
}
