import type { CustomerDetail } from "@/lib/customers/get-customer";
import type { HistoryPage } from "@/lib/history/list-customer-history";
import { type JobPage, jobsOnPage } from "@/lib/jobs/job-row";
import type { ViewedFile } from "@/lib/jobs/job-view";
import type { Mails } from "@/lib/messages/list-messages-about";
import type { PortalAccess as Access } from "@/lib/people/list-portal-access";
import { HistoryLines } from "../history/history-lines";
import { SentLines } from "../history/sent-lines";
import { FilesDropZone } from "../jobs/files-drop-zone";
import { FilesSection } from "../jobs/files-section";
import { JobLines } from "../jobs/job-lines";
import { JobsTable } from "../jobs/jobs-table";
import type { ListFacts } from "../lists/list-facts";
import { LinkButton } from "../ui/link-button";
import { Pagination } from "../ui/pagination";
import { Section } from "../ui/section";
import { Contacts } from "./contacts";
import { CustomerFacts } from "./customer-facts";
import { CustomerHead } from "./customer-head";
import { CustomerLive } from "./customer-live";
import { PortalAccess } from "./portal-access";

type CustomerPageProps = {
  customer: CustomerDetail;
  jobs: JobPage;
  jobsPage: number;
  /** Those that are no job's. */
  files: ViewedFile[];
  history: HistoryPage;
  /** The newest event the page shows. */
  seq: number;
  mails: Mails;
  /** Null for who may not decide about it. */
  access: Access[] | null;
  facts: ListFacts;
  now: string;
  may: { edit: boolean; addJob: boolean; addFiles: boolean; seePrices: boolean };
};

/** Everything of a customer on one page: how to reach them, their jobs, what happened. */
export function CustomerPage({
  customer,
  jobs,
  jobsPage,
  files,
  history,
  seq,
  mails,
  access,
  facts,
  now,
  may,
}: CustomerPageProps) {
  const here = `/customers/${customer.id}`;
  const first = (jobsPage - 1) * jobsOnPage;
  const columns = ["number", "parts", "colours", "stage", "due", ...(may.seePrices ? ["price"] : [])];
  return (
    <FilesDropZone
      owner={customer.id}
      customer={customer.name}
      isOff={!may.addFiles || customer.isRetired}
      className="relative mx-auto min-h-[calc(100dvh-var(--bottom-bar,0px))] max-w-[1440px] px-4 py-4 md:px-6"
    >
      <CustomerLive id={customer.id} seq={seq} />
      <CustomerHead customer={customer} may={may} />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_340px]">
        <div className="flex min-w-0 flex-col gap-6">
          <section aria-label="Details" className="@container rounded-lg border bg-surface p-4">
            <CustomerFacts customer={customer} mayEdit={may.edit} />
          </section>
          <div className="@container max-md:order-first">
            <Contacts customerId={customer.id} contacts={customer.contacts} mayEdit={may.edit} />
          </div>
          {access && <PortalAccess access={access} now={now} zone={facts.timeZone} locale={facts.locale} />}
          <Section
            title="Jobs"
            count={jobs.total}
            actions={
              jobs.total > 0 && (
                <LinkButton href={`/jobs?show=all&customer=${customer.id}`} variant="quiet" size="sm">
                  Filter and export
                </LinkButton>
              )
            }
          >
            {jobs.rows.length === 0 && <p className="text-ink-muted">No jobs yet.</p>}
            {jobs.rows.length > 0 && (
              <>
                <div className="max-md:hidden">
                  <JobsTable
                    rows={jobs.rows}
                    shown={columns}
                    sort={{ by: "number", isDescending: true, hrefs: {} }}
                    facts={facts}
                  />
                </div>
                <JobLines rows={jobs.rows} facts={facts} />
              </>
            )}
            {jobs.total > jobsOnPage && (
              <Pagination
                from={first + 1}
                to={first + jobs.rows.length}
                total={jobs.total}
                previousHref={jobsPage > 1 ? `${here}?page=${jobsPage - 1}` : null}
                nextHref={jobs.total > first + jobs.rows.length ? `${here}?page=${jobsPage + 1}` : null}
                locale={facts.locale}
              />
            )}
          </Section>
          {mails.lines.length > 0 && (
            <Section title="E-mails">
              <SentLines mails={mails} times={{ now, zone: facts.timeZone, locale: facts.locale }} />
            </Section>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <FilesSection
            owner={customer.id}
            files={files}
            customer={customer.name}
            mayEdit={may.addFiles && !customer.isRetired}
            invitation="Drop or paste drawings, specifications and pictures anywhere on this page."
          />
          <Section title="History">
            <HistoryLines lines={history.lines} now={now} zone={facts.timeZone} locale={facts.locale} />
            {history.olderThan && (
              <LinkButton
                href={`${here}?before=${history.olderThan}`}
                variant="quiet"
                size="sm"
                className="mt-3"
                scroll={false}
              >
                Older
              </LinkButton>
            )}
          </Section>
        </div>
      </div>
    </FilesDropZone>
  );
}
