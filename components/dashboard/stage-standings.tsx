import Link from "next/link";
import type { StageStanding } from "@/lib/dashboard/get-dashboard";
import { Section } from "../ui/section";
import { Table, Td, Th } from "../ui/table";

/** Open jobs by stage as they stand now, and for how long they have been there. */
export function StageStandings({ stages, locale }: { stages: readonly StageStanding[]; locale: string }) {
  const most = Math.max(1, ...stages.map(({ jobs }) => jobs));
  const number = new Intl.NumberFormat(locale);
  const all = stages.reduce((sum, { jobs }) => sum + jobs, 0);
  return (
    <Section title="Work in progress now, by stage" className="mt-6 print:break-inside-avoid">
      <Table caption="Open jobs by stage, as they stand now">
        <thead>
          <tr>
            <Th>Stage</Th>
            <Th align="right">Jobs</Th>
            <Th align="right">Overdue</Th>
            <Th align="right">Median age</Th>
            <Th align="right" className="max-sm:hidden">
              Longest
            </Th>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => (
            <tr key={stage.id}>
              <Td className="w-full">
                <Link
                  href={`/jobs?stage=${stage.id}`}
                  prefetch={false}
                  className="font-medium hover:underline"
                >
                  {stage.name}
                </Link>
                <span aria-hidden className="mt-1 block h-1 rounded-full bg-press print:hidden">
                  <span
                    className="block h-full rounded-full bg-ink-faint"
                    style={{ width: `${((stage.jobs / most) * 100).toFixed(1)}%` }}
                  />
                </span>
              </Td>
              <Td align="right">{number.format(stage.jobs)}</Td>
              <Td align="right">
                {stage.overdue > 0 ? (
                  <Link
                    href={`/jobs?stage=${stage.id}&due=overdue`}
                    prefetch={false}
                    aria-label={`${number.format(stage.overdue)} overdue in ${stage.name}`}
                    className="inline-flex min-h-6 min-w-6 items-center justify-end font-medium text-late-ink hover:underline"
                  >
                    {number.format(stage.overdue)}
                  </Link>
                ) : (
                  "–"
                )}
              </Td>
              <Td align="right" className="whitespace-nowrap">
                {stage.jobs > 0 ? age(stage.middleHours, number) : "–"}
              </Td>
              <Td align="right" className="whitespace-nowrap max-sm:hidden">
                {stage.jobs > 0 ? age(stage.longestHours, number) : "–"}
              </Td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-medium">
            <Td>All</Td>
            <Td align="right">{number.format(all)}</Td>
            <Td align="right">{number.format(stages.reduce((sum, { overdue }) => sum + overdue, 0))}</Td>
            <Td />
            <Td className="max-sm:hidden" />
          </tr>
        </tfoot>
      </Table>
    </Section>
  );
}

function age(hours: number, number: Intl.NumberFormat): string {
  if (hours < 1) return "under an hour";
  return hours < 48
    ? `${number.format(Math.floor(hours))} h`
    : `${number.format(Math.floor(hours / 24))} days`;
}
