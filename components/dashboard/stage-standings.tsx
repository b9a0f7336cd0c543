import type { StageStanding } from "@/lib/dashboard/get-dashboard";
import { numberFormat } from "@/lib/measures/formats";
import { StageTable } from "./stage-table";

/** Open jobs by stage as they stand now, and for how long they have been there. */
export function StageStandings({ stages, locale }: { stages: readonly StageStanding[]; locale: string }) {
  const most = Math.max(1, ...stages.map(({ jobs }) => jobs));
  const number = numberFormat(locale);
  const sum = (of: "jobs" | "overdue") => number.format(stages.reduce((all, stage) => all + stage[of], 0));
  const rows = stages.map(({ id, name, jobs, overdue, middleHours, longestHours }) => ({
    id,
    name,
    share: jobs / most,
    jobs: number.format(jobs),
    overdue: overdue > 0 ? number.format(overdue) : null,
    middle: jobs > 0 ? age(middleHours, number) : "–",
    longest: jobs > 0 ? age(longestHours, number) : "–",
  }));
  return <StageTable rows={rows} all={{ jobs: sum("jobs"), overdue: sum("overdue") }} />;
}

function age(hours: number, number: Intl.NumberFormat): string {
  if (hours < 1) return "under an hour";
  return hours < 48
    ? `${number.format(Math.floor(hours))} h`
    : `${number.format(Math.floor(hours / 24))} days`;
}
