import type { ImportRowState, ImportState } from "@/db/schema/imports";
import type { ImportKind } from "@/db/vocabulary";
import type { EndedRows } from "@/lib/imports/open-ended";
import { numberFormat } from "@/lib/measures/formats";
import { Badge } from "../ui/badge";
import { buttonClass } from "../ui/button-class";
import { EmptyState } from "../ui/empty-state";
import { Icon } from "../ui/icon";
import { LinkButton } from "../ui/link-button";
import { PageHeader } from "../ui/page-header";
import { Pagination } from "../ui/pagination";
import { TabLinks } from "../ui/tab-links";
import { countRows, kindWords, stateWords } from "./import-words";
import { MarkedTable } from "./marked-table";
import { StoppedImport } from "./stopped-import";
import { UndoImport } from "./undo-import";
import { whyOf } from "./why-of";

type EndedImportProps = {
  id: string;
  kind: ImportKind;
  fileName: string;
  state: ImportState;
  error: string;
  states: Record<ImportRowState, number>;
  furniture: number;
  rows: EndedRows;
  locale: string;
};

const lists: { state: ImportRowState; name: string; none: string }[] = [
  { state: "kept", name: "Kept", none: "Nothing had to be kept: all of it was taken back" },
  { state: "waiting", name: "Not reached", none: "Every row was reached" },
  { state: "left", name: "Left out", none: "No row was left out" },
  { state: "imported", name: "In", none: "No row went in" },
  { state: "undone", name: "Taken back", none: "Nothing was taken back" },
];

/** An import that has ended: what is in, what was left with its reasons, and the way back. */
export function EndedImport(props: EndedImportProps) {
  const { id, kind, fileName, state, error, states, furniture, rows, locale } = props;
  const { shown, found, page, atOnce } = rows;
  const number = (value: number) => numberFormat(locale).format(value);
  const to = (one: ImportRowState, at = 1) =>
    `/imports/${id}?${new URLSearchParams({ rows: one, ...(at > 1 && { page: String(at) }) })}`;
  const first = (page - 1) * atOnce;
  const out = states.left + states.kept;
  const tabs = lists.filter((one) => states[one.state] > 0 || one.state === shown);
  return (
    <div className="px-4 py-4 md:px-6">
      <PageHeader
        up={{ href: "/imports", name: "Import" }}
        title={fileName}
        beside={<Badge tone={stateWords[state].tone}>{stateWords[state].name}</Badge>}
        description={saysOf(props)}
        actions={
          <>
            {states.imported > 0 && state !== "undone" && (
              <UndoImport id={id} kind={kind} states={states} locale={locale} />
            )}
            {out > 0 && (
              <a href={`/api/imports/${id}/left`} download className={buttonClass({})}>
                <Icon name="download" size={14} />
                Download {countRows(out, locale)}
              </a>
            )}
            <LinkButton
              href={states.imported > 0 ? kindWords[kind].href : "/imports"}
              variant={state === "failed" || states.waiting > 0 ? "secondary" : "primary"}
              icon={<Icon name="arrow-right" size={16} />}
            >
              {states.imported > 0 ? `To the ${kindWords[kind].many}` : "Bring in another file"}
            </LinkButton>
          </>
        }
      />
      <StoppedImport id={id} state={state} states={states} error={error} locale={locale} />
      <TabLinks
        label="Rows by what became of them"
        className="mb-3"
        tabs={tabs.map((one) => ({
          href: to(one.state),
          name: one.name,
          count: states[one.state],
          isCurrent: one.state === shown,
        }))}
      />
      {rows.rows.length === 0 ? (
        <EmptyState title={lists.find((one) => one.state === shown)?.none ?? ""} />
      ) : (
        <>
          <MarkedTable
            caption={`Rows ${first + 1} to ${first + rows.rows.length} of ${found}`}
            headings={rows.headings}
            rows={rows.rows.map((row) => ({ ...row, why: shown === "imported" ? "" : whyOf(row) }))}
            locale={locale}
          />
          <Pagination
            from={first + 1}
            to={first + rows.rows.length}
            total={found}
            previousHref={page > 1 ? to(shown, page - 1) : null}
            nextHref={first + rows.rows.length < found ? to(shown, page + 1) : null}
            locale={locale}
          />
        </>
      )}
      {furniture > 0 && (
        <p className="text-xs text-ink-faint">
          {number(furniture)} more are titles, totals and blanks of the sheet.
        </p>
      )}
    </div>
  );
}

function saysOf({ kind, state, states, locale }: EndedImportProps): string {
  const number = (value: number) => numberFormat(locale).format(value);
  if (state === "undone") {
    const kept = states.kept > 0 ? `; ${number(states.kept)} were kept, since somebody worked on them` : "";
    return `${countRows(states.undone, locale)} taken back${kept}.`;
  }
  if (states.undone > 0)
    return `${countRows(states.imported, locale)} still in, ${number(states.undone)} taken back.`;
  const left = states.left > 0 ? `, ${number(states.left)} left out` : "";
  const waiting = states.waiting > 0 ? `, ${number(states.waiting)} not reached` : "";
  return `${countRows(states.imported, locale)} went in as ${kindWords[kind].many}${left}${waiting}.`;
}
