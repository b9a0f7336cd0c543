"use client";
import Link from "next/link";
import { useState } from "react";
import { formatMass } from "@/lib/measures/format-mass";
import { formatMoney } from "@/lib/measures/format-money";
import { numberFormat } from "@/lib/measures/formats";
import { type LedgerLine, type LedgerPage, ledgerLinesOnPage } from "@/lib/powders/ledger-line";
import { type PowderView, powderAddress } from "@/lib/powders/powder-view";
import type { ListFacts } from "../lists/list-facts";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";
import { Pagination } from "../ui/pagination";
import { RelativeTime } from "../ui/relative-time";
import { Table, Td, Th } from "../ui/table";
import { TakeBackDialog } from "./lot-dialogs";
import { lotInside, lotName, movementNames } from "./lot-words";

type LedgerProps = {
  ledger: LedgerPage;
  view: PowderView;
  facts: ListFacts;
  now: string;
  mayEdit: boolean;
};

/** What went in and out, newest first; a line is never changed, only taken back by another. */
export function Ledger({ ledger, view, facts, now, mayEdit }: LedgerProps) {
  const { locale, currency, timeZone } = facts;
  const [taken, setTaken] = useState<LedgerLine | null>(null);
  const { lines, total, page } = ledger;
  const seesPrices = lines.some((line) => "costCents" in line);
  const first = (page - 1) * ledgerLinesOnPage;
  const href = (to: number) => powderAddress(view, { ledger: { ...view.ledger, page: to } });
  if (lines.length === 0) {
    return <p className="text-ink-muted">{emptyWords(ledger)}</p>;
  }
  return (
    <>
      <Table caption="Lines of the ledger">
        <thead>
          <tr>
            <Th>When</Th>
            <Th>What</Th>
            <Th className="max-md:hidden">Lot</Th>
            <Th className="max-md:hidden">By</Th>
            {seesPrices && (
              <Th align="right" className="max-md:hidden">
                Cost
              </Th>
            )}
            <Th align="right">Weight</Th>
            {mayEdit && (
              <Th className="w-10">
                <span className="sr-only">Do</span>
              </Th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} className={line.isReversed ? "text-ink-faint" : undefined}>
              <Td className="text-ink-muted md:whitespace-nowrap">
                <RelativeTime at={line.at} now={now} zone={timeZone} locale={locale} />
              </Td>
              <Td>
                <What line={line} facts={facts} />
                <span className="block text-xs text-ink-faint md:hidden">{lotName(line.lot)}</span>
              </Td>
              <Td className="whitespace-nowrap max-md:hidden">{line.lot || "No label"}</Td>
              <Td className="whitespace-nowrap max-md:hidden">{line.by ?? "–"}</Td>
              {seesPrices && (
                <Td align="right" className="whitespace-nowrap max-md:hidden">
                  {line.costCents == null ? "–" : formatMoney(Math.abs(line.costCents), currency, locale)}
                </Td>
              )}
              <Td align="right" className="font-medium whitespace-nowrap">
                {massWords(line, facts)}
              </Td>
              {mayEdit && (
                <Td align="right">
                  {!line.isReversal && !line.isReversed && (
                    <IconButton label="Take this line back" onClick={() => setTaken(line)}>
                      <Icon name="undo-2" size={14} />
                    </IconButton>
                  )}
                </Td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      {total > ledgerLinesOnPage && (
        <Pagination
          from={first + 1}
          to={first + lines.length}
          total={total}
          previousHref={page > 1 ? href(page - 1) : null}
          nextHref={total > first + lines.length ? href(page + 1) : null}
          locale={locale}
        />
      )}
      {taken && (
        <TakeBackDialog
          id={taken.id}
          what={`${movementNames[taken.kind]} ${massWords(taken, facts)}, ${lotInside(taken.lot)}`}
          onClose={() => setTaken(null)}
        />
      )}
    </>
  );
}

function emptyWords({ total, kind, lot }: LedgerPage): string {
  if (total > 0) return "No lines this far back.";
  return kind || lot ? "No such lines." : "Nothing has moved yet.";
}

const massWords = ({ massMg }: LedgerLine, { units, locale }: ListFacts) =>
  `${massMg < 0 ? "−" : "+"}${formatMass(Math.abs(massMg), units, locale)}`;

function What({ line, facts }: { line: LedgerLine; facts: ListFacts }) {
  const typed = numberFormat(facts.locale, { maximumFractionDigits: 3 }).format(line.quantityTyped);
  const shown = facts.units === "metric" ? "kg" : "lb";
  const isCount = line.kind === "adjustment";
  const isOther = (line.unitTyped !== shown || isCount) && !line.isReversal;
  return (
    <>
      <span className={line.isReversed ? "line-through" : undefined}>
        {line.isReversal ? `${movementNames[line.kind]}, taken back` : movementNames[line.kind]}
      </span>
      {line.jobNumber && (
        <>
          {" "}
          for{" "}
          <Link href={`/jobs/${line.jobNumber}`} prefetch={false} className="hover:underline">
            {line.jobNumber}
          </Link>
        </>
      )}
      {isOther && (
        <span className="text-ink-muted">
          {" "}
          {isCount ? typed : `· ${typed}`}{" "}
          {line.unitTyped === "box" && line.quantityTyped !== 1 ? "boxes" : line.unitTyped}
        </span>
      )}
      {line.reason && <span className="text-ink-muted"> · {line.reason}</span>}
    </>
  );
}
