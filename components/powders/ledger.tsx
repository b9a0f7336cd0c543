import Link from "next/link";
import type { MovementKind } from "@/db/vocabulary";
import { formatMass } from "@/lib/measures/format-mass";
import { formatMoney } from "@/lib/measures/format-money";
import type { LedgerLine, PowderLot } from "@/lib/powders/get-powder";
import type { ListFacts } from "../lists/list-facts";
import { RelativeTime } from "../ui/relative-time";
import { Table, Td, Th } from "../ui/table";

const kinds: Record<MovementKind, string> = {
  receipt: "Received",
  usage: "Used",
  return: "Put back",
  adjustment: "Counted",
  waste: "Wasted",
};

type LedgerProps = {
  lines: readonly LedgerLine[];
  lots: readonly PowderLot[];
  facts: ListFacts;
  now: string;
};

/** What went in and out, newest first; a line is never changed, only taken back by another. */
export function Ledger({ lines, lots, facts, now }: LedgerProps) {
  const { locale, units, currency, timeZone } = facts;
  const seesPrices = lines.some((line) => "costCents" in line);
  const labels = new Map(lots.map((lot) => [lot.id, lot.label]));
  if (lines.length === 0) return <p className="text-ink-muted">Nothing has moved yet.</p>;
  return (
    <Table caption="Lines of the ledger">
      <thead>
        <tr>
          <Th>When</Th>
          <Th>What</Th>
          <Th>Lot</Th>
          <Th>For</Th>
          <Th>By</Th>
          {seesPrices && <Th align="right">Cost</Th>}
          <Th align="right">Weight</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <Td className="whitespace-nowrap text-ink-muted">
              <RelativeTime at={line.at} now={now} zone={timeZone} locale={locale} />
            </Td>
            <Td>
              {line.isReversal ? `${kinds[line.kind]}, taken back` : kinds[line.kind]}
              {line.reason && <span className="text-ink-muted"> · {line.reason}</span>}
            </Td>
            <Td className="whitespace-nowrap">{labels.get(line.lotId) || "No label"}</Td>
            <Td className="whitespace-nowrap">
              {line.jobNumber ? (
                <Link href={`/jobs/${line.jobNumber}`} prefetch={false} className="hover:underline">
                  Job {line.jobNumber}
                </Link>
              ) : (
                "–"
              )}
            </Td>
            <Td className="whitespace-nowrap">{line.by ?? "–"}</Td>
            {seesPrices && (
              <Td align="right" className="whitespace-nowrap">
                {line.costCents == null ? "–" : formatMoney(Math.abs(line.costCents), currency, locale)}
              </Td>
            )}
            <Td align="right" className="font-medium whitespace-nowrap">
              {line.massMg < 0 ? "−" : "+"}
              {formatMass(Math.abs(line.massMg), units, locale)}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
