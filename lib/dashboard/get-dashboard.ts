import "server-only";
import { sql } from "drizzle-orm";
import { type Measure, measures, type StageKind } from "@/db/vocabulary";
import { authorize, type Context, can, inTransaction, type WorkContext } from "../context";
import { dayIn } from "../measures/day-in";
import type { Goals } from "./input";
import { percentile } from "./percentile";
import type { Period } from "./period";
import { readGoals } from "./read-goals";
import { readTotals, type Totals } from "./read-totals";
import { isMoney, isMonthly, type Reading } from "./reading";
import { shareOfMonths } from "./worked-days";

export type StageStanding = {
  id: string;
  name: string;
  kind: StageKind;
  jobs: number;
  overdue: number;
  /** Hours since they entered it: of the one in the middle, and of the one longest there. */
  middleHours: number;
  longestHours: number;
};
export type Dashboard = { readings: Partial<Record<Measure, Reading>>; stages: StageStanding[] };

/** The shop's numbers over a period, and its open jobs by stage as they stand now. Money only for who may see prices. */
export async function getDashboard(ctx: Context, period: Period): Promise<Dashboard> {
  authorize(ctx, "numbers.see");
  const shown = measures.filter((one) => !isMoney(one) || can(ctx, "prices.see"));
  return inTransaction(ctx, async (work) => {
    const [totals, goals, stages] = await Promise.all([
      readTotals(work, period),
      readGoals(work),
      readStages(work),
    ]);
    const readings = shown.map((one) => {
      const { value, beside, of } = read[one](totals.current);
      const reading: Reading = {
        value,
        previous: read[one](totals.previous).value,
        target: targetOf(one, goals, period),
        trend: totals.steps.map((step) => read[one](step).value),
        beside: beside ?? null,
        ...(of ? { of } : {}),
      };
      return [one, reading] as const;
    });
    return { readings: Object.fromEntries(readings), stages };
  });
}

type Read = Pick<Reading, "value" | "of"> & { beside?: number | null };

const read: Record<Measure, (totals: Totals) => Read> = {
  booked: ({ flows }) => ({ value: flows.bookedCents }),
  delivered: ({ flows }) => ({ value: flows.deliveredCents }),
  jobs: ({ flows }) => ({ value: flows.deliveredJobs }),
  area: ({ flows }) => ({ value: flows.deliveredCm2 }),
  onTime: ({ flows: { onTimeJobs, dueJobs, deliveredJobs } }) => ({
    value: dueJobs > 0 ? onTimeJobs / dueJobs : null,
    beside: onTimeJobs,
    of: { due: dueJobs, withoutDue: deliveredJobs - dueJobs },
  }),
  turnaround: ({ turnaround }) => ({
    value: percentile(turnaround, 0.5),
    beside: percentile(turnaround, 0.9),
  }),
  open: ({ levels }) => ({ value: levels.openJobs }),
  overdue: ({ levels }) => ({ value: levels.overdueJobs }),
  powder: ({ flows }) => ({ value: flows.powderCents }),
  stock: ({ levels }) => ({ value: levels.stockCents }),
  waiting: ({ levels }) => ({ value: levels.waitingProofs }),
};

function targetOf(measure: Measure, { targets, workingDays }: Goals, period: Period): number | null {
  const target = targets[measure];
  if (target === undefined) return null;
  if (measure === "onTime") return target / 100;
  return isMonthly(measure) ? shareOfMonths(target, period, workingDays) : target;
}

async function readStages({ tx, shop, now }: WorkContext): Promise<StageStanding[]> {
  const today = dayIn(shop.timeZone, now);
  const rows = await tx.execute<StageStanding>(sql`
    select s.id, s.name, s.kind, count(j.id)::int as jobs, count(*) filter (where j.due_on < ${today})::int as overdue,
      coalesce(percentile_cont(0.5) within group (order by j.hours), 0)::float8 as "middleHours",
      coalesce(max(j.hours), 0)::float8 as "longestHours"
    from stage s left join (
      select id, stage_id, due_on, extract(epoch from ${now.toISOString()}::timestamptz - stage_entered_at) / 3600 as hours
      from job where shop_id = ${shop.id} and retired_at is null and stage_kind not in ('delivered', 'cancelled')) j on j.stage_id = s.id
    where s.shop_id = ${shop.id} and (s.retired_at is null or j.id is not null) and s.kind not in ('delivered', 'cancelled')
    group by s.id, s.name, s.kind, s.position order by s.position`);
  return [...rows];
}
