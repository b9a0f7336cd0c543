import Link from "next/link";
import type { Measure } from "@/db/vocabulary";
import type { MeasurePage, MeasureRow } from "@/lib/dashboard/measure-rows";
import { isLevel, type Reading } from "@/lib/dashboard/reading";
import { formatDay } from "@/lib/measures/format-time";
import { Table, Td, Th } from "../ui/table";
import { type Facts, sayMeasure } from "./measure-words";

type MeasureRowsProps = { measure: Measure; reading: Reading; found: MeasurePage; facts: Facts };

const dayNames: Partial<Record<Measure, string>> = {
  turnaround: "Ready",
  open: "Taken in",
  overdue: "Due",
  waiting: "Asked",
};
const whatNames: Partial<Record<Measure, string>> = { powder: "Powder", stock: "Powder", waiting: "Proof" };

/** The rows behind a number and what they come to. */
export function MeasureRows({ measure, reading, found, facts }: MeasureRowsProps) {
  const isCounted = measure === "jobs" || isCount(measure);
  const hasJob = measure !== "stock";
  const hasNote = found.rows.some(({ note }) => note);
  const total = isCounted
    ? `${sayMeasure(measure, found.sum, facts)} in all`
    : measure === "turnaround"
      ? "Half took this or less"
      : "In all";
  return (
    <Table caption="The rows behind it">
      <thead>
        <tr>
          {hasJob && <Th className="max-sm:hidden">{dayNames[measure] ?? "Day"}</Th>}
          {hasJob && <Th>Job</Th>}
          <Th>{whatNames[measure] ?? "Customer"}</Th>
          {hasNote && <Th className="max-sm:hidden">{measure === "waiting" ? "Customer" : "Note"}</Th>}
          {!isCounted && <Th align="right">{measure === "onTime" ? "On time" : "Amount"}</Th>}
        </tr>
      </thead>
      <tbody>
        {found.rows.map((row) => (
          <tr key={row.key}>
            {hasJob && (
              <Td className="whitespace-nowrap max-sm:hidden">
                {row.day && formatDay(row.day, facts.locale)}
              </Td>
            )}
            {hasJob && (
              <Td>
                {row.jobNumber !== null && (
                  <Link
                    href={`/jobs/${row.jobNumber}`}
                    prefetch={false}
                    className="font-medium hover:underline"
                  >
                    {row.jobNumber}
                  </Link>
                )}
              </Td>
            )}
            <Td className="sm:min-w-32">
              {row.what}
              <span className="block text-xs text-ink-muted sm:hidden">
                {[row.day && formatDay(row.day, facts.locale), row.note].filter(Boolean).join(" · ")}
              </span>
            </Td>
            {hasNote && <Td className="text-ink-muted max-sm:hidden">{row.note}</Td>}
            {!isCounted && (
              <Td align="right" className="whitespace-nowrap">
                <span className={measure === "onTime" && row.amount === 0 ? "text-late-ink" : undefined}>
                  {amountOf(measure, row, facts)}
                </span>
              </Td>
            )}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="font-medium">
          <Td colSpan={(hasJob ? 3 : 1) + (hasNote ? 1 : 0)} className="max-sm:hidden">
            {total}
          </Td>
          <Td colSpan={hasJob ? 2 : 1} className="sm:hidden">
            {total}
          </Td>
          {!isCounted && (
            <Td align="right" className="whitespace-nowrap">
              {measure === "turnaround" || measure === "onTime"
                ? sayMeasure(measure, reading.value, facts)
                : sayMeasure(measure, found.sum, facts)}
            </Td>
          )}
        </tr>
      </tfoot>
    </Table>
  );
}

const isCount = (measure: Measure) => isLevel(measure) && measure !== "stock";

function amountOf(measure: Measure, { amount }: MeasureRow, facts: Facts): string {
  if (measure === "onTime") return amount === null ? "–" : amount === 1 ? "Yes" : "No";
  return sayMeasure(measure, amount, facts);
}
