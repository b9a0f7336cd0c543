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
import { numberFormat } from "@/lib/measures/formats";
import { ColumnChoice } from "../lists/column-choice";
import type { ListFacts } from "../lists/list-facts";
import { buttonClass } from "../ui/button-class";
import { Icon } from "../ui/icon";
import { LinkButton } from "../ui/link-button";
import { PageHeader } from "../ui/page-header";
import { Pagination } from "../ui/pagination";
import { CustomerLines } from "./customer-lines";
import { CustomersFilter } from "./customers-filter";
import { CustomersTable } from "./customers-table";
import { NoCustomers } from "./no-customers";

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
                <Icon name="download" size={14} />
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
                icon={<Icon name="plus" size={16} />}
              >
                New customer
              </LinkButton>
            )}
          </>
        }
      />
      <CustomersFilter view={view} tags={tags} />
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

function countWords(total: number, view: CustomerListView, locale: string): string {
  const count = numberFormat(locale).format(Math.min(total, mostCounted));
  const kind = view.show === "all" ? "" : ` ${view.show}`;
  const customers = total === 1 ? "customer" : "customers";
  const fit = view.q || view.tag ? (total === 1 ? " fits" : " fit") : "";
  return `${count}${total > mostCounted ? "+" : ""}${kind} ${customers}${fit}`;
}
