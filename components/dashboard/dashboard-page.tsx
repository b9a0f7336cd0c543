import { type Measure, measures } from "@/db/vocabulary";
import type { Dashboard } from "@/lib/dashboard/get-dashboard";
import type { MeasurePage } from "@/lib/dashboard/measure-rows";
import { type Period, periodNames, periodParams } from "@/lib/dashboard/period";
import { EmptyState } from "../ui/empty-state";
import { Icon } from "../ui/icon";
import { LinkButton } from "../ui/link-button";
import { PageHeader } from "../ui/page-header";
import { DashboardLive } from "./dashboard-live";
import { MeasurePanel } from "./measure-panel";
import { type Facts, saySpan } from "./measure-words";
import { OpenedPanel } from "./opened-panel";
import { PeriodPicker } from "./period-picker";
import { PrintButton } from "./print-button";
import { StageStandings } from "./stage-standings";
import { faceOf } from "./tile-face";
import { Tiles } from "./tiles";

type DashboardPageProps = {
  dashboard: Dashboard;
  period: Period;
  opened: { measure: Measure; found: MeasurePage } | null;
  facts: Facts;
  may: { export: boolean; aim: boolean };
};

/** How the shop is doing over a period, each number against the one before it and its target. */
export function DashboardPage({ dashboard, period, opened, facts, may }: DashboardPageProps) {
  const { readings, stages } = dashboard;
  const to = (more: Record<string, string>, path = "/dashboard") => {
    const params = new URLSearchParams([...periodParams(period), ...Object.entries(more)]);
    return params.size > 0 ? `${path}?${params}` : path;
  };
  const { previous, from, until } = period;
  const before = saySpan(previous.from, previous.to, facts.locale);
  const openReading = opened && readings[opened.measure];
  return (
    <div className="mx-auto max-w-7xl px-4 py-4 md:px-6">
      <DashboardLive />
      <PageHeader
        title="Dashboard"
        description={
          <>
            {period.kind !== "custom" && `${periodNames[period.kind]}, `}
            {saySpan(from, until < from ? from : until, facts.locale)},{" "}
            <span className="inline-block">compared with {before}</span>
          </>
        }
        actions={
          <>
            <PeriodPicker
              key={`${period.kind} ${from} ${period.to}`}
              kind={period.kind}
              from={from}
              to={period.to}
              today={facts.today}
              show={opened?.measure}
            />
            <span className="flex gap-2 print:hidden">
              {may.aim && (
                <LinkButton href="/settings/goals" icon={<Icon name="target" size={14} />}>
                  Targets
                </LinkButton>
              )}
              <PrintButton />
            </span>
          </>
        }
      />
      {until === facts.today && isEmpty(dashboard) ? (
        <EmptyState
          icon={<Icon name="chart-no-axes-column" size={20} />}
          title="No numbers yet"
          action={
            <LinkButton href="/jobs/new" variant="primary">
              New job
            </LinkButton>
          }
        >
          They count themselves as jobs are taken in, moved and delivered, and as powder is drawn.
        </EmptyState>
      ) : (
        <>
          <Tiles
            faces={measures.flatMap((one) => {
              const reading = readings[one];
              return reading ? [faceOf(one, reading, facts)] : [];
            })}
            opened={opened?.measure ?? null}
            query={new URLSearchParams(periodParams(period)).toString()}
            before={before}
          />
          {opened && openReading && (
            <OpenedPanel measure={opened.measure}>
              <MeasurePanel
                {...opened}
                reading={openReading}
                period={period}
                facts={facts}
                hrefs={{
                  close: to({}),
                  csv: may.export ? to({ show: opened.measure }, "/api/dashboard/export") : null,
                  page: (page) => to({ show: opened.measure, page: String(page) }),
                }}
              />
            </OpenedPanel>
          )}
          <StageStandings stages={stages} locale={facts.locale} />
        </>
      )}
    </div>
  );
}

const isEmpty = ({ readings, stages }: Dashboard) =>
  stages.every(({ jobs }) => jobs === 0) &&
  Object.values(readings).every(({ value, previous }) => !value && !previous);
