import type { CustomerProofLine } from "@/lib/approvals/proof-view";
import type { PortalJobsInput } from "@/lib/portal/input";
import type { PortalFile, PortalJobs } from "@/lib/portal/portal-view";
import { RefusalNotice } from "../answers/refusal-notice";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Input } from "../ui/input";
import { LinkButton } from "../ui/link-button";
import { Pagination } from "../ui/pagination";
import { TabLinks } from "../ui/tab-links";
import { JobLine } from "./job-line";
import { Needs } from "./needs";
import { SharedFiles } from "./shared-files";

type PortalHomeProps = {
  jobs: PortalJobs;
  /** Why what was looked for is not here; empty otherwise. */
  refused: string;
  view: PortalJobsInput;
  needs: CustomerProofLine[];
  /** Shared with the customer apart from any job. */
  files: PortalFile[];
  today: string;
  locale: string;
};

/** The portal's start: what is needed from its reader, then their jobs, then what the shop shares beside them. */
export function PortalHome({ jobs, refused, view, needs, files, today, locale }: PortalHomeProps) {
  const { page, pageLength, total } = jobs;
  const isLong = total > 5 || view.q !== "" || view.page > 1;
  return (
    <div className="grid gap-6 p-4">
      <h1 className="sr-only">Your jobs</h1>
      <Needs proofs={needs} today={today} locale={locale} />
      <div className="grid gap-3">
        <TabLinks
          label="Which jobs"
          tabs={[
            { href: "/portal", name: "In the shop", isCurrent: view.show === "open" },
            { href: "/portal?show=delivered", name: "Delivered", isCurrent: view.show === "delivered" },
          ]}
        />
        {isLong && <Find view={view} />}
        <RefusalNotice message={refused} />
        {jobs.jobs.length === 0 ? (
          <Empty view={view} />
        ) : (
          <ul className="grid gap-3">
            {jobs.jobs.map((job) => (
              <JobLine key={job.number} job={job} today={today} locale={locale} />
            ))}
          </ul>
        )}
        {total > pageLength && (
          <Pagination
            from={(page - 1) * pageLength + 1}
            to={Math.min(total, page * pageLength)}
            total={total}
            previousHref={page > 1 ? hrefOf(view, page - 1) : null}
            nextHref={page * pageLength < total ? hrefOf(view, page + 1) : null}
            locale={locale}
          />
        )}
      </div>
      <SharedFiles files={files} />
    </div>
  );
}

function hrefOf({ q, show }: PortalJobsInput, page: number): string {
  const asked = new URLSearchParams();
  if (show !== "open") asked.set("show", show);
  if (q) asked.set("q", q);
  if (page > 1) asked.set("page", String(page));
  return `/portal${asked.size > 0 ? `?${asked}` : ""}`;
}

function Find({ view }: { view: PortalJobsInput }) {
  return (
    <form action="/portal" className="flex gap-2">
      {view.show !== "open" && <input type="hidden" name="show" value={view.show} />}
      <Input
        type="search"
        name="q"
        aria-label="Find a job"
        placeholder="Job, PO or part"
        defaultValue={view.q}
        className="min-w-0 flex-1"
      />
      <Button type="submit">Find</Button>
    </form>
  );
}

function Empty({ view }: { view: PortalJobsInput }) {
  if (view.q) {
    return (
      <EmptyState
        title={`No job with “${view.q}”`}
        action={
          <LinkButton href={hrefOf({ ...view, q: "" }, 1)} prefetch={false} size="lg">
            Show all
          </LinkButton>
        }
      />
    );
  }
  return view.show === "open" ? (
    <EmptyState title="Nothing in the shop">What you bring in shows here until you have it back.</EmptyState>
  ) : (
    <EmptyState title="Nothing delivered yet">What you took home stays here to look up.</EmptyState>
  );
}
