import type { CustomerListView } from "@/lib/customers/customer-list";
import { EmptyState } from "../ui/empty-state";
import { Icon } from "../ui/icon";
import { LinkButton } from "../ui/link-button";

type NoCustomersProps = {
  view: CustomerListView;
  may: { edit: boolean; import: boolean };
  /** The same search among all customers. */
  allHref: string;
};

/** An empty customers list, and the next step from it. */
export function NoCustomers({ view, may, allHref }: NoCustomersProps) {
  if (view.show === "retired" && !view.q && !view.tag) {
    return (
      <EmptyState title="Nobody is retired">Customers that you retire can be brought back here.</EmptyState>
    );
  }
  if (view.q || view.tag || view.page > 1) {
    return (
      <EmptyState
        icon={<Icon name="search-x" size={20} />}
        title="No customer fits"
        action={
          <>
            {view.show !== "all" && <LinkButton href={allHref}>Look among all</LinkButton>}
            {may.edit && view.q && (
              <LinkButton href={`/customers/new?name=${encodeURIComponent(view.q)}`} variant="primary">
                Add “{view.q}”
              </LinkButton>
            )}
          </>
        }
      >
        {view.show === "active" ? "Only active customers were looked at." : "Try fewer words."}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Icon name="user-round-plus" size={20} />}
      title="No customers yet"
      action={
        <>
          {may.edit && (
            <LinkButton href="/customers/new" variant="primary">
              Add a customer
            </LinkButton>
          )}
          {may.import && <LinkButton href="/imports">Import a list</LinkButton>}
        </>
      }
    >
      Add the first one, or bring them all in from a spreadsheet.
    </EmptyState>
  );
}
