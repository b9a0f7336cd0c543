import { formatMass } from "@/lib/measures/format-mass";
import type { PowderRow } from "@/lib/powders/powder-list";
import { addDays, expiringDays } from "@/lib/powders/shelf-life";
import type { ListFacts } from "../lists/list-facts";
import { Badge } from "../ui/badge";

type PowderMarkProps = { row: PowderRow; facts: ListFacts };

/** How a powder's stock stands, worst first; nothing while all is well. */
export function PowderMark({ row, facts }: PowderMarkProps) {
  const { units, locale, today } = facts;
  const { fitMg, onHandMg, neededMg, neededBy, lowAtMg, expiresOn } = row;
  if (neededMg > fitMg) {
    const jobs = neededBy === 1 ? "1 open job needs" : `${neededBy} open jobs need`;
    return (
      <Badge tone="late" tip={`${jobs} ${formatMass(roundUp(neededMg), units, locale)}`}>
        Short {formatMass(roundUp(neededMg - fitMg), units, locale)}
      </Badge>
    );
  }
  if (lowAtMg !== null && fitMg < lowAtMg) {
    return (
      <Badge tone="risk" tip={`Below ${formatMass(lowAtMg, units, locale)}`}>
        Low
      </Badge>
    );
  }
  if (onHandMg > fitMg) return <Badge tone="risk">Part expired</Badge>;
  if (onHandMg > 0 && expiresOn !== null && expiresOn <= addDays(today, expiringDays)) {
    return <Badge tone="risk">Expiring</Badge>;
  }
  return null;
}

/** An estimate is shown to ten grams. */
const roundUp = (mg: number) => Math.ceil(mg / 10_000) * 10_000;
