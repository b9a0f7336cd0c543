import { Download, Plus, SearchX, UserRoundPlus } from "lucide-react";
import {
  type CustomerListView,
  type CustomerPage,
  customerColumnNames,
  customerColumns,
  customerListToParams,
  customerSorts,
  customersOnPage,
  mostCounted,
} from "@/lib/customers/customer-list";
import { ColumnChoice } from "../lists/column-choice";
import { FilterChoice } from "../lists/filter-choice";
import { FilterRow } from "../lists/filter-row";
import { KeptFields } from "../lists/kept-fields";
import type { ListFacts } from "../lists/list-facts";
import { ListForm } from "../lists/list-form";
import { ListSearch } from "../lists/list-search";
import { ShowSwitch } from "../lists/show-switch";
import { buttonClass } from "../ui/button-class";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";
import { PageHeader } from "../ui/page-header";
import { Pagination } from "../ui/pagination";
import { CustomerLines } from "./customer-lines";
import { CustomersTable } from "./customers-table";

type CustomersListProps = {
  view: CustomerListView;
  page: CustomerPage;
  tags: string[];
  facts: ListFacts;
  may: { edit: boolean; export: boolean; import: boolean };
};

const address = (params: URLSearchParams, path = "/customers") =>
  params.size > 0 ? `${path}?${params}` : path;

/** Customers as a table: found as one types, sorted and paged by the database, all of it in the address. */
export function CustomersList({ view, page, tags, facts, may }: CustomersListProps) {
  const to = (change: Partial<CustomerListView>) => address(customerListToParams(view, change));
  const hrefs = Object.fromEntries(
    customerSorts.map((sort) => {
      const isDescending = sort === view.sort ? !view.isDescending : sort !== "name";
      return [sort, to({ sort, isDescending, page: 1 })];
    }),
  );
  const first = (view.page - 1) * customersOnPage;
  return (
    <div className="px-4 py-4 md:px-6">
      <PageHeader
        title="Customers"
        description={countWords(page.total, view, facts.locale)}
        actions={
          <>
            {may.export && page.total > 0 && (
              <a
                href={address(customerListToParams(view, { page: 1 }), "/api/customers/export")}
                download
                className={buttonClass({})}
              >
                <Download size={14} aria-hidden />
                CSV
              </a>
            )}
            <ColumnChoice
              list="customers"
              choices={customerColumns.map((column) => [column, customerColumnNames[column]])}
              shown={view.columns}
            />
            {may.edit && (
              <LinkButton
                href="/customers/new"
                prefetch={false}
                variant="primary"
                icon={<Plus size={16} aria-hidden />}
              >
                New customer
              </LinkButton>
            )}
          </>
        }
      />
      <ListForm action="/customers" label="Filter customers" className="flex flex-wrap items-center gap-2">
        <KeptFields params={customerListToParams(view)} names={["columns"]} />
        <ListSearch placeholder="Name, contact, phone, e-mail" value={view.q} />
        <FilterRow>
          <ShowSwitch
            name="show"
            label="Which customers"
            value={view.show === "active" ? "" : view.show}
            choices={[
              ["", "Active"],
              ["all", "All"],
              ["retired", "Retired"],
            ]}
          />
          {(tags.length > 0 || view.tag) && (
            <FilterChoice name="tag" label="Tag" value={view.tag} choices={tags.map((tag) => [tag, tag])} />
          )}
          <FilterChoice
            name="sort"
            label="Order"
            anyLabel="By name"
            value={customerListToParams(view).get("sort") ?? ""}
            choices={orders}
            className="md:hidden"
          />
        </FilterRow>
      </ListForm>
      <div className="mt-3">
        {page.rows.length > 0 ? (
          <>
            <div className="max-md:hidden">
              <CustomersTable
                rows={page.rows}
                shown={view.columns}
                sort={{ by: view.sort, isDescending: view.isDescending, hrefs }}
                facts={facts}
              />
            </div>
            <CustomerLines rows={page.rows} />
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
          <NoCustomers view={view} may={may} allHref={to({ q: view.q, tag: "", show: "all", page: 1 })} />
        )}
      </div>
    </div>
  );
}

/** On a phone there are no heads to press. */
const orders = [
  ["-last", "Last job"],
  ["-open", "Open jobs"],
  ["-added", "Newest"],
] as const;

function NoCustomers({ view, may, allHref }: Pick<CustomersListProps, "view" | "may"> & { allHref: string }) {
  if (view.show === "retired" && !view.q && !view.tag) {
    return (
      <EmptyState title="Nobody is retired">Customers that you retire can be brought back here.</EmptyState>
    );
  }
  if (view.q || view.tag || view.page > 1) {
    return (
      <EmptyState
        icon={<SearchX size={20} />}
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
      icon={<UserRoundPlus size={20} />}
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

function countWords(total: number, view: CustomerListView, locale: string): string {
  const count = new Intl.NumberFormat(locale).format(Math.min(total, mostCounted));
  const kind = view.show === "all" ? "" : ` ${view.show}`;
  const customers = total === 1 ? "customer" : "customers";
  const fit = view.q || view.tag ? (total === 1 ? " fits" : " fit") : "";
  return `${count}${total > mostCounted ? "+" : ""}${kind} ${customers}${fit}`;
}
