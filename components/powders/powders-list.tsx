import { Download, SearchX, SprayCan } from "lucide-react";
import {
  mostCounted,
  type PowderColumn,
  type PowderListView,
  type PowderPage,
  powderColumnNames,
  powderListToParams,
  powderSorts,
  powdersOnPage,
} from "@/lib/powders/powder-list";
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
import { PowderLines } from "./powder-lines";
import { PowdersTable } from "./powders-table";

type PowdersListProps = {
  view: PowderListView;
  page: PowderPage;
  makers: string[];
  facts: ListFacts;
  columns: PowderColumn[];
  may: { export: boolean; import: boolean };
};

const address = (params: URLSearchParams, path = "/powders") =>
  params.size > 0 ? `${path}?${params}` : path;

/** Powders as a table with what is on the shelf. */
export function PowdersList({ view, page, makers, facts, columns, may }: PowdersListProps) {
  const to = (change: Partial<PowderListView>) => address(powderListToParams(view, change));
  const hrefs = Object.fromEntries(
    powderSorts.map((sort) => {
      const isDescending = sort === view.sort ? !view.isDescending : sort === "onHand" || sort === "price";
      return [sort, to({ sort, isDescending, page: 1 })];
    }),
  );
  const first = (view.page - 1) * powdersOnPage;
  return (
    <div className="px-4 py-4 md:px-6">
      <PageHeader
        title="Powders"
        description={countWords(page.total, view, facts.locale)}
        actions={
          <>
            {may.export && page.total > 0 && (
              <a
                href={address(powderListToParams(view, { page: 1 }), "/api/powders/export")}
                download
                className={buttonClass({})}
              >
                <Download size={14} aria-hidden />
                CSV
              </a>
            )}
            <ColumnChoice
              list="powders"
              choices={columns.map((column) => [column, powderColumnNames[column]])}
              shown={view.columns}
            />
          </>
        }
      />
      <ListForm action="/powders" label="Filter powders" className="flex flex-wrap items-center gap-2">
        <KeptFields params={powderListToParams(view)} names={["columns"]} />
        <ListSearch placeholder="Name, code, maker, RAL" value={view.q} />
        <FilterRow>
          <ShowSwitch
            name="show"
            label="Which powders"
            value={view.show === "stock" ? "stock" : ""}
            choices={[
              ["", "All"],
              ["stock", "On the shelf"],
            ]}
          />
          {(makers.length > 1 || view.maker) && (
            <FilterChoice
              name="maker"
              label="Maker"
              value={view.maker}
              choices={makers.map((one) => [one, one])}
            />
          )}
          <FilterChoice
            name="sort"
            label="Order"
            anyLabel="By name"
            value={powderListToParams(view).get("sort") ?? ""}
            choices={orders}
            className="md:hidden"
          />
        </FilterRow>
      </ListForm>
      <div className="mt-3">
        {page.rows.length > 0 ? (
          <>
            <div className="max-md:hidden">
              <PowdersTable
                rows={page.rows}
                shown={view.columns}
                sort={{ by: view.sort, isDescending: view.isDescending, hrefs }}
                facts={facts}
              />
            </div>
            <PowderLines rows={page.rows} facts={facts} />
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
          <NoPowders view={view} mayImport={may.import} />
        )}
      </div>
    </div>
  );
}

/** On a phone there are no heads to press. */
const orders = [
  ["-onHand", "Most on hand"],
  ["onHand", "Least on hand"],
  ["maker", "Maker"],
] as const;

function NoPowders({ view, mayImport }: { view: PowderListView; mayImport: boolean }) {
  if (view.q || view.maker || view.show === "stock" || view.page > 1) {
    return (
      <EmptyState
        icon={<SearchX size={20} />}
        title="No powder fits"
        action={<LinkButton href="/powders">Show all powders</LinkButton>}
      >
        {view.show === "stock" ? "Only powders on the shelf were looked at." : "Try fewer words."}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<SprayCan size={20} />}
      title="No powders yet"
      action={
        mayImport && (
          <LinkButton href="/imports" variant="primary">
            Import a stock list
          </LinkButton>
        )
      }
    >
      Bring in the spreadsheet you keep your shelves on; boxes, lots and weights come with it.
    </EmptyState>
  );
}

function countWords(total: number, view: PowderListView, locale: string): string {
  const count = new Intl.NumberFormat(locale).format(Math.min(total, mostCounted));
  const powders = total === 1 ? "powder" : "powders";
  const fit = view.q || view.maker ? (total === 1 ? " fits" : " fit") : "";
  return `${count}${total > mostCounted ? "+" : ""} ${powders}${view.show === "stock" ? " on the shelf" : ""}${fit}`;
}
