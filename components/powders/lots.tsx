import { formatMass } from "@/lib/measures/format-mass";
import { formatDay } from "@/lib/measures/format-time";
import type { PowderLot } from "@/lib/powders/get-powder";
import type { ListFacts } from "../lists/list-facts";
import { Badge } from "../ui/badge";
import { Table, Td, Th } from "../ui/table";
import { priceWords } from "./price-words";

/** The lots of a powder, first to expire first; empty ones stay to be seen. */
export function Lots({ lots, facts }: { lots: readonly PowderLot[]; facts: ListFacts }) {
  const { locale, units, currency, today } = facts;
  const seesPrices = lots.some((lot) => "priceCents" in lot);
  if (lots.length === 0) return <p className="text-ink-muted">None on the shelf.</p>;
  const day = (on: string | null) => (on ? formatDay(on, locale) : "–");
  return (
    <Table caption="Lots on the shelf">
      <thead>
        <tr>
          <Th>Lot</Th>
          <Th>Where</Th>
          <Th>Received</Th>
          <Th>Opened</Th>
          <Th>Expires</Th>
          {seesPrices && <Th align="right">Price</Th>}
          <Th align="right">On hand</Th>
        </tr>
      </thead>
      <tbody>
        {lots.map((lot) => (
          <tr key={lot.id} className={lot.onHandMg === 0 ? "text-ink-faint" : undefined}>
            <Td className="font-medium">{lot.label || "No label"}</Td>
            <Td>{lot.location || "–"}</Td>
            <Td className="whitespace-nowrap">{day(lot.receivedOn)}</Td>
            <Td className="whitespace-nowrap">{day(lot.openedOn)}</Td>
            <Td className="whitespace-nowrap">
              {lot.expiresOn && lot.expiresOn < today && lot.onHandMg > 0 ? (
                <Badge tone="late">Expired {day(lot.expiresOn)}</Badge>
              ) : (
                day(lot.expiresOn)
              )}
            </Td>
            {seesPrices && <Td align="right">{priceWords(lot, currency, locale) || "–"}</Td>}
            <Td align="right" className="font-medium whitespace-nowrap">
              {lot.onHandMg > 0 ? formatMass(lot.onHandMg, units, locale) : "Empty"}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
