import type { Verdict } from "@/lib/imports/judgement";
import type { Wizard } from "@/lib/imports/open-wizard";
import { previewRowsAtOnce, type RowSlice } from "@/lib/imports/slice-rows";
import { numberFormat } from "@/lib/measures/formats";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";
import { Pagination } from "../ui/pagination";
import { TabLinks } from "../ui/tab-links";
import { MarkedTable } from "./marked-table";
import { type ImportFacts, Sums } from "./sums";
import { whyOf } from "./why-of";

type RowsStepProps = { opened: Wizard; slice: RowSlice; facts: ImportFacts };

const verdicts: { verdict: Verdict; name: string; none: string }[] = [
  { verdict: "ok", name: "Goes in", none: "No row can go in yet" },
  { verdict: "decide", name: "Waits for an answer", none: "No row waits for an answer" },
  { verdict: "refuse", name: "Refused", none: "No row is refused" },
  { verdict: "furniture", name: "Titles and totals", none: "Every row is data" },
];

/** The third step: the dry run, row by row, before anything is kept. */
export function RowsStep({ opened, slice, facts }: RowsStepProps) {
  const { id, kind, counts, headings, questions } = opened;
  const { verdict, page, found, rows } = slice;
  const count = (one: Verdict) => counts[one] ?? 0;
  const number = (value = 0) => numberFormat(facts.locale).format(value);
  const to = (one: Verdict, at = 1) =>
    `/imports/${id}?${new URLSearchParams({ step: "rows", verdict: one, ...(at > 1 && { page: String(at) }) })}`;
  const first = (page - 1) * previewRowsAtOnce;
  const now = verdicts.find((one) => one.verdict === verdict);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p className="text-ink-muted">
        <span className="font-medium text-ink">{number(counts.rowsInAll)} rows in the file</span> ={" "}
        {number(count("ok"))} that go in + {number(count("decide"))} that wait + {number(count("refuse"))}{" "}
        refused + {number(count("furniture"))} titles, totals and blanks.
      </p>
      {count("ok") > 0 && <Sums kind={kind} counts={counts} facts={facts} />}
      <TabLinks
        label="Rows by what becomes of them"
        tabs={verdicts.map((one) => ({
          href: to(one.verdict),
          name: (
            <>
              {one.name} <span className="text-ink-faint">{number(count(one.verdict))}</span>
            </>
          ),
          isCurrent: one.verdict === verdict,
        }))}
      />
      {rows.length === 0 ? (
        <EmptyState
          title={now?.none ?? ""}
          action={
            verdict === "ok" &&
            questions.open > 0 && (
              <LinkButton href={`/imports/${id}?step=questions`} variant="primary">
                Answer the questions
              </LinkButton>
            )
          }
        />
      ) : (
        <div>
          <MarkedTable
            caption={`${now?.name}, rows ${first + 1} to ${first + rows.length} of ${found}`}
            headings={headings}
            rows={rows.map((row) => ({ ...row, why: whyOf(row) }))}
            locale={facts.locale}
          />
          <Pagination
            from={first + 1}
            to={first + rows.length}
            total={found}
            previousHref={page > 1 ? to(verdict, page - 1) : null}
            nextHref={first + rows.length < found ? to(verdict, page + 1) : null}
            locale={facts.locale}
          />
        </div>
      )}
    </div>
  );
}
