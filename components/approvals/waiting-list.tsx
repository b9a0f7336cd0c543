import type { WaitingProofsInput } from "@/lib/approvals/input";
import type { ProofFilter, WaitingProofs } from "@/lib/approvals/proof-view";
import { proofsOnPage } from "@/lib/approvals/proof-view";
import { numberFormat } from "@/lib/measures/formats";
import type { ListFacts } from "../lists/list-facts";
import { ListForm } from "../lists/list-form";
import { ListSearch } from "../lists/list-search";
import { EmptyState } from "../ui/empty-state";
import { Icon } from "../ui/icon";
import { LinkButton } from "../ui/link-button";
import { PageHeader } from "../ui/page-header";
import { Pagination } from "../ui/pagination";
import { TabLinks } from "../ui/tab-links";
import { ApprovalsLive } from "./approvals-live";
import { WaitingTable } from "./waiting-table";

type WaitingListProps = { view: WaitingProofsInput; found: WaitingProofs; facts: ListFacts; now: string };

const filters: [ProofFilter, string][] = [
  ["open", "Not approved"],
  ["waiting", "Waiting"],
  ["late", "Overdue"],
  ["changes", "Changes asked"],
  ["draft", "Not sent"],
  ["decided", "Decided"],
];

const none: Record<ProofFilter, string> = {
  open: "Every proof is approved",
  waiting: "Nothing waits for a customer",
  late: "Nothing is overdue",
  changes: "Nobody asked for changes",
  draft: "Every proof has been sent",
  decided: "Nothing was decided yet",
  all: "No proofs yet",
};

function address(view: WaitingProofsInput, change: Partial<WaitingProofsInput>): string {
  const { show, search, page } = { ...view, ...change };
  const params = new URLSearchParams();
  if (show !== "open") params.set("show", show);
  if (search) params.set("q", search);
  if (page > 1) params.set("page", String(page));
  return params.size > 0 ? `/approvals?${params}` : "/approvals";
}

/** What the shop and its customers have yet to approve; found, filtered and paged by the database. */
export function WaitingList({ view, found, facts, now }: WaitingListProps) {
  const page = Math.min(view.page, found.pages);
  const first = (page - 1) * proofsOnPage;
  return (
    <div className="px-4 py-4 md:px-6">
      <ApprovalsLive />
      <PageHeader
        title="Approvals"
        description={
          found.total === 1 ? "1 proof" : `${numberFormat(facts.locale).format(found.total)} proofs`
        }
      />
      <TabLinks
        label="Which proofs"
        tabs={filters.map(([show, name]) => ({
          href: address(view, { show, page: 1 }),
          name,
          isCurrent: show === view.show,
        }))}
      />
      <ListForm action="/approvals" label="Filter proofs" className="mt-3 flex">
        {view.show !== "open" && <input type="hidden" name="show" value={view.show} />}
        <ListSearch placeholder="Job number, customer, proof" value={view.search} />
      </ListForm>
      <div className="mt-3">
        {found.proofs.length > 0 ? (
          <>
            <WaitingTable proofs={found.proofs} facts={facts} now={now} />
            <Pagination
              from={first + 1}
              to={first + found.proofs.length}
              total={found.total}
              previousHref={page > 1 ? address(view, { page: page - 1 }) : null}
              nextHref={page < found.pages ? address(view, { page: page + 1 }) : null}
              locale={facts.locale}
            />
          </>
        ) : (
          <NoProofs view={view} />
        )}
      </div>
    </div>
  );
}

function NoProofs({ view }: { view: WaitingProofsInput }) {
  if (view.search) {
    return (
      <EmptyState
        icon={<Icon name="search-x" size={20} />}
        title="No proof fits"
        action={<LinkButton href={address(view, { search: "", page: 1 })}>Show them all</LinkButton>}
      >
        Look by job number, customer or the name of a proof.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Icon name="stamp" size={20} />}
      title={none[view.show]}
      action={<LinkButton href="/board">To the board</LinkButton>}
    >
      Open a job and add a proof to it: a colour sample, a masking drawing. The customer approves it with one
      tap.
    </EmptyState>
  );
}
