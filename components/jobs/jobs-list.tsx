import { isFiltering, noFilter } from "@/lib/jobs/job-filter";
import {
  isDescendingAtFirst,
  type JobColumn,
  type JobListView,
  jobColumnNames,
  jobListToParams,
  jobSorts,
} from "@/lib/jobs/job-list";
import { type JobPage, jobsOnPage, mostCounted } from "@/lib/jobs/job-row";
import type { JobChoices } from "@/lib/jobs/list-job-choices";
import { numberFormat } from "@/lib/measures/formats";
import { ColumnChoice } from "../lists/column-choice";
import type { ListFacts } from "../lists/list-facts";
import { buttonClass } from "../ui/button-class";
import { EmptyState } from "../ui/empty-state";
import { Icon } from "../ui/icon";
import { LinkButton } from "../ui/link-button";
import { PageHeader } from "../ui/page-header";
import { Pagination } from "../ui/pagination";
import { JobLines } from "./job-lines";
import { JobsFilter } from "./jobs-filter";
import { JobsTable } from "./jobs-table";

type JobsListProps = {
  view: JobListView;
  page: JobPage;
  choices: JobChoices;
  facts: ListFacts;
  mayExport: boolean;
  columns: JobColumn[];
};

const address = (params: URLSearchParams, path = "/jobs") => (params.size > 0 ? `${path}?${params}` : path);

/** Jobs as a table: filtered, sorted and paged by the database, all of it in the address. */
export function JobsList({ view, page, choices, facts, mayExport, columns }: JobsListProps) {
  const to = (change: Partial<JobListView>) => address(jobListToParams(view, change));
  const hrefs = Object.fromEntries(
    jobSorts.map((sort) => {
      const isDescending = sort === view.sort ? !view.isDescending : isDescendingAtFirst(sort);
      return [sort, to({ sort, isDescending, page: 1 })];
    }),
  );
  const first = (view.page - 1) * jobsOnPage;
  const isOn = isFiltering(view.filter);
  return (
    <div className="px-4 py-4 md:px-6">
      <PageHeader
        title="Jobs"
        description={countWords(page.total, view, isOn, facts.locale)}
        actions={
          <>
            {mayExport && page.total > 0 && (
              <a
                href={address(jobListToParams({ ...view, page: 1 }), "/api/jobs/export")}
                download
                className={buttonClass({})}
              >
                <Icon name="download" size={14} />
                CSV
              </a>
            )}
            <ColumnChoice
              list="jobs"
              choices={columns.map((column) => [column, jobColumnNames[column]])}
              shown={view.columns}
            />
            <LinkButton
              href="/jobs/new"
              prefetch={false}
              variant="primary"
              icon={<Icon name="plus" size={16} />}
              className="max-md:hidden"
            >
              New job
            </LinkButton>
          </>
        }
      />
      <JobsFilter
        view={view}
        choices={choices}
        kept={jobListToParams(view)}
        clearHref={isOn ? to({ filter: noFilter, page: 1 }) : null}
      />
      <div className="mt-3">
        {page.rows.length > 0 ? (
          <>
            <div className="max-md:hidden">
              <JobsTable
                rows={page.rows}
                shown={view.columns}
                sort={{ by: view.sort, isDescending: view.isDescending, hrefs }}
                facts={facts}
              />
            </div>
            <JobLines rows={page.rows} facts={facts} />
            <Pagination
              from={first + 1}
              to={first + page.rows.length}
              total={page.total > mostCounted ? undefined : page.total}
              previousHref={view.page > 1 ? to({ page: view.page - 1 }) : null}
              nextHref={page.total > first + page.rows.length ? to({ page: view.page + 1 }) : null}
              locale={facts.locale}
            />
          </>
        ) : (
          <NoJobs isOn={isOn} view={view} allHref={to({ show: "all", page: 1 })} />
        )}
      </div>
    </div>
  );
}

function NoJobs({ isOn, view, allHref }: { isOn: boolean; view: JobListView; allHref: string }) {
  if (isOn || view.page > 1) {
    const isOpenOnly = view.show === "open" && view.filter.stage.length === 0;
    return (
      <EmptyState
        icon={<Icon name="search-x" size={20} />}
        title="No job fits"
        action={
          <>
            {isOpenOnly && <LinkButton href={allHref}>Look among all jobs</LinkButton>}
            <LinkButton href="/jobs" variant="quiet">
              Clear filters
            </LinkButton>
          </>
        }
      >
        {isOpenOnly ? "Only open jobs were looked at." : "Try fewer words or filters."}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Icon name="plus" size={20} />}
      title={view.show === "open" ? "No open jobs" : "No jobs yet"}
      action={
        <LinkButton href="/jobs/new" variant="primary">
          Take in a job
        </LinkButton>
      }
    >
      What comes in at the counter is listed here, and stays when it is delivered.
    </EmptyState>
  );
}

function countWords(total: number, view: JobListView, isOn: boolean, locale: string): string {
  const count = numberFormat(locale).format(Math.min(total, mostCounted));
  const jobs = total === 1 ? "job" : "jobs";
  const isOpenOnly = view.show === "open" && view.filter.stage.length === 0;
  return `${count}${total > mostCounted ? "+" : ""}${isOpenOnly ? " open" : ""} ${jobs}${isOn ? (total === 1 ? " fits" : " fit") : ""}`;
}
