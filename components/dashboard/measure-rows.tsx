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
  const hasDay = measure !== "stock";
  return (
    <Table caption="The rows behind it">
      <thead>
        <tr>
          {hasDay && <Th>{dayNames[measure] ?? "Day"}</Th>}
          {measure !== "stock" && <Th>Job</Th>}
          <Th>{whatNames[measure] ?? "Customer"}</Th>
          <Th className="max-sm:hidden">{measure === "waiting" ? "Customer" : "Note"}</Th>
          {!isCounted && <Th align="right">{measure === "onTime" ? "On time" : "Amount"}</Th>}
        </tr>
      </thead>
      <tbody>
        {found.rows.map((row) => (
          <tr key={row.key}>
            {hasDay && (
              <Td className="sm:whitespace-nowrap">{row.day && formatDay(row.day, facts.locale)}</Td>
            )}
            {measure !== "stock" && (
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
              <span className="block text-xs text-ink-muted sm:hidden">{row.note}</span>
            </Td>
            <Td className="text-ink-muted max-sm:hidden">{row.note}</Td>
            {!isCounted && (
              <Td align="right" className="whitespace-nowrap">
                {amountOf(measure, row, facts)}
              </Td>
            )}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="font-medium">
          <Td colSpan={(hasDay ? 1 : 0) + (measure === "stock" ? 0 : 1) + 1 + (isCounted ? 1 : 1)}>
            {isCounted
              ? `${sayMeasure(measure, found.sum, facts)} in all`
              : measure === "turnaround"
                ? "Half took this or less"
                : "In all"}
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
