"use client";
import { formatMass } from "@/lib/measures/format-mass";
import { formatDay } from "@/lib/measures/format-time";
import { numberFormat } from "@/lib/measures/formats";
import type { PowderLot } from "@/lib/powders/get-powder";
import type { LotSums } from "@/lib/powders/list-lots";
import { type PowderView, powderAddress } from "@/lib/powders/powder-view";
import { isFit } from "@/lib/powders/shelf-life";
import type { ListFacts } from "../lists/list-facts";
import { Badge } from "../ui/badge";
import { Table, Td, Th } from "../ui/table";
import { LotMenu } from "./lot-menu";
import { lotMark } from "./lot-words";
import { priceWords } from "./price-words";

type LotsProps = {
  lots: readonly PowderLot[];
  powder: LotSums & { lotsPage: number };
  view: PowderView;
  facts: ListFacts;
  mayEdit: boolean;
};

/** The lots of a powder, first to expire first; the one to use next is named. */
export function Lots({ lots, powder, view, facts, mayEdit }: LotsProps) {
  const { locale, units, currency, today } = facts;
  const seesPrices = lots.some((lot) => "priceCents" in lot);
  const isUsable = (lot: PowderLot) => lot.onHandMg > 0 && isFit(lot, today);
  const next = powder.lotsPage === 1 && powder.heldLots > 1 ? lots.find(isUsable) : undefined;
  if (lots.length === 0) return <p className="text-ink-muted">None on the shelf.</p>;
  const day = (on: string | null) => (on ? formatDay(on, locale) : "–");
  const marks = (lot: PowderLot) => <LotMarks lot={lot} today={today} isNext={lot === next} />;
  const menu = (lot: PowderLot) =>
    mayEdit && <LotMenu lot={lot} facts={facts} linesHref={linesOf(view, lot.id)} isDue={!isUsable(lot)} />;
  return (
    <>
      <ul className="divide-y rounded-lg border bg-surface md:hidden">
        {lots.map((lot) => (
          <li key={lot.id} className="flex flex-wrap items-center justify-end gap-2 py-2.5 pr-1.5 pl-3">
            <span className="min-w-0 flex-1">
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className="font-semibold">{lot.label || "No label"}</span>
                {marks(lot)}
              </span>
              <span className="block text-ink-muted">
                {[lot.location, lot.expiresOn && `through ${day(lot.expiresOn)}`].filter(Boolean).join(" · ")}
              </span>
            </span>
            <span className={lot.onHandMg > 0 ? "shrink-0 font-medium" : "shrink-0 text-ink-faint"}>
              {lot.onHandMg > 0 ? formatMass(lot.onHandMg, units, locale) : "Empty"}
            </span>
            {menu(lot)}
          </li>
        ))}
      </ul>
      <div className="max-md:hidden">
        <Table caption="Lots on the shelf">
          <thead>
            <tr>
              <Th>Lot</Th>
              <Th>Where</Th>
              <Th className="max-lg:hidden">Received</Th>
              <Th className="max-lg:hidden">Made</Th>
              <Th>Expires</Th>
              {seesPrices && <Th align="right">Price</Th>}
              <Th align="right">On hand</Th>
              {mayEdit && (
                <Th className="w-10">
                  <span className="sr-only">Do</span>
                </Th>
              )}
            </tr>
          </thead>
          <tbody>
            {lots.map((lot) => (
              <tr key={lot.id} className={lot.onHandMg === 0 ? "text-ink-faint" : undefined}>
                <Td>
                  <span className="flex flex-wrap items-center gap-2">
                    <span className="font-medium">{lot.label || "No label"}</span>
                    {marks(lot)}
                  </span>
                  {lot.notes && (
                    <span className="line-clamp-2 max-w-80 text-xs text-ink-faint">{lot.notes}</span>
                  )}
                </Td>
                <Td>{lot.location || "–"}</Td>
                <Td className="whitespace-nowrap max-lg:hidden">{day(lot.receivedOn)}</Td>
                <Td className="whitespace-nowrap max-lg:hidden">{day(lot.madeOn)}</Td>
                <Td className="whitespace-nowrap">
                  {day(lot.expiresOn)}
                  {lot.retestedOn && (
                    <span className="block text-xs text-ink-faint">retested {day(lot.retestedOn)}</span>
                  )}
                </Td>
                {seesPrices && (
                  <Td align="right" className="whitespace-nowrap">
                    {priceWords(lot, currency, locale) || "–"}
                  </Td>
                )}
                <Td align="right" className="font-medium whitespace-nowrap">
                  {lot.onHandMg > 0 ? formatMass(lot.onHandMg, units, locale) : "Empty"}
                  {lot.onHandMg > 0 && lot.boxMg && <Boxes lot={lot} locale={locale} />}
                </Td>
                {mayEdit && <Td align="right">{menu(lot)}</Td>}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </>
  );
}

const linesOf = (view: PowderView, lotId: string) =>
  powderAddress(view, { ledger: { ...view.ledger, page: 1, lotId } });

function LotMarks({ lot, today, isNext }: { lot: PowderLot; today: string; isNext: boolean }) {
  const mark = lot.onHandMg > 0 ? lotMark(lot, today) : null;
  return (
    <>
      {isNext && <Badge tone="done">Use next</Badge>}
      {mark && <Badge tone={mark.tone}>{mark.words}</Badge>}
    </>
  );
}

/** How many boxes that is, when it is not about one. */
function Boxes({ lot, locale }: { lot: PowderLot; locale: string }) {
  const boxes = lot.onHandMg / (lot.boxMg as number);
  if (boxes < 0.05 || Math.abs(boxes - 1) < 0.075) return null;
  const words = numberFormat(locale, { maximumFractionDigits: 1 }).format(boxes);
  return (
    <span className="block text-xs font-normal text-ink-faint">
      {words} {boxes < 1 ? "box" : "boxes"}
    </span>
  );
}
