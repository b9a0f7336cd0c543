import { numberFormat } from "@/lib/measures/formats";
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
import type { ListFacts } from "../lists/list-facts";
import { buttonClass } from "../ui/button-class";
import { Icon } from "../ui/icon";
import { PageHeader } from "../ui/page-header";
import { Pagination } from "../ui/pagination";
import { AddPowder } from "./add-powder";
import { CheckLedger } from "./check-ledger";
import { NoPowders } from "./no-powders";
import { PowderLines } from "./powder-lines";
import { PowderLive } from "./powder-live";
import { PowderWall } from "./powder-wall";
import { PowdersFilter } from "./powders-filter";
import { PowdersTable } from "./powders-table";

type PowdersListProps = {
  view: PowderListView;
  page: PowderPage;
  makers: string[];
  facts: ListFacts;
  columns: PowderColumn[];
  may: { export: boolean; import: boolean; edit: boolean; seePrices: boolean };
};

const address = (params: URLSearchParams, path = "/powders") =>
  params.size > 0 ? `${path}?${params}` : path;

/** Powders as a wall of swatches or as a table, with what is on the shelf. */
export function PowdersList({ view, page, makers, facts, columns, may }: PowdersListProps) {
  const to = (change: Partial<PowderListView>) => address(powderListToParams(view, change));
  const hrefs = Object.fromEntries(
    powderSorts.map((sort) => {
      const isDescending = sort === view.sort ? !view.isDescending : sort === "onHand" || sort === "price";
      return [sort, to({ sort, isDescending, page: 1 })];
    }),
  );
  const add = may.edit && <AddPowder facts={facts} seesPrices={may.seePrices} />;
  const first = (view.page - 1) * powdersOnPage;
  return (
    <div className="px-4 py-4 md:px-6">
      <PowderLive />
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
                <Icon name="download" size={14} />
                CSV
              </a>
            )}
            {view.look === "table" && (
              <ColumnChoice
                list="powders"
                choices={columns.map((column) => [column, powderColumnNames[column]])}
                shown={view.columns}
              />
            )}
            {may.edit && page.total > 0 && <CheckLedger units={facts.units} locale={facts.locale} />}
            {add}
          </>
        }
      />
      <PowdersFilter view={view} makers={makers} />
      <div className="mt-3">
        {page.rows.length > 0 ? (
          <>
            {view.look === "wall" ? (
              <PowderWall rows={page.rows} facts={facts} />
            ) : (
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
              </>
            )}
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
          <NoPowders view={view} mayImport={may.import} add={add} />
        )}
      </div>
    </div>
  );
}

function countWords(total: number, view: PowderListView, locale: string): string {
  const count = numberFormat(locale).format(Math.min(total, mostCounted));
  const powders = total === 1 ? "powder" : "powders";
  const fit = view.q || view.maker ? (total === 1 ? " fits" : " fit") : "";
  return `${count}${total > mostCounted ? "+" : ""} ${powders}${showWords[view.show]}${fit}`;
}

const showWords = {
  all: "",
  stock: " on the shelf",
  short: " short of what open jobs need",
  low: " low",
  expiring: " expired or about to",
};
