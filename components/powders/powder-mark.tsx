import { addDays } from "@/lib/measures/days";
import { formatMass } from "@/lib/measures/format-mass";
import type { PowderRow } from "@/lib/powders/powder-list";
import { expiringDays } from "@/lib/powders/shelf-life";
import type { ListFacts } from "../lists/list-facts";
import { Badge } from "../ui/badge";
import { roundedMass } from "./need-words";

type PowderMarkProps = { row: PowderRow; facts: ListFacts };

/** How a powder's stock stands, worst first; nothing while all is well. */
export function PowderMark({ row, facts }: PowderMarkProps) {
  const { units, locale, today } = facts;
  const { fitMg, onHandMg, neededMg, neededBy, lowBelowMg, expiresOn } = row;
  if (onHandMg > 0 && fitMg <= 0) {
    return (
      <Badge tone="late" tip="Retest a lot to use it">
        Expired
      </Badge>
    );
  }
  if (neededMg > fitMg) {
    const jobs = neededBy === 1 ? "1 open job needs" : `${neededBy} open jobs need`;
    return (
      <Badge tone="late" tip={`${jobs} about ${roundedMass(neededMg, units, locale, 1)}`}>
        Short {roundedMass(neededMg - fitMg, units, locale, 1)}
      </Badge>
    );
  }
  if (lowBelowMg !== null && fitMg < lowBelowMg) {
    return (
      <Badge tone="risk" tip={`Below ${formatMass(lowBelowMg, units, locale)}`}>
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
