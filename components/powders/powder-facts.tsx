import { formatArea } from "@/lib/measures/format-area";
import { formatFilm } from "@/lib/measures/format-film";
import { formatMass, massUnit } from "@/lib/measures/format-mass";
import { formatTemperature } from "@/lib/measures/format-temperature";
import { numberFormat } from "@/lib/measures/formats";
import { toMilligrams } from "@/lib/measures/mass";
import { coversCm2, sprayedAs } from "@/lib/powders/coverage";
import type { PowderDetail } from "@/lib/powders/get-powder";
import type { ListFacts } from "../lists/list-facts";
import { Badge } from "../ui/badge";
import { Fact, Facts } from "../ui/facts";
import { lifeWords } from "./lot-words";
import { priceWords } from "./price-words";
import { surfaceWords } from "./surface-words";

type FactsProps = { powder: PowderDetail; facts: ListFacts };
const column = "min-w-56 flex-1 content-start grid-cols-[112px_1fr]!";

/** What there is of a powder and what it is. */
export function StockFacts({ powder, facts }: FactsProps) {
  const { locale, units, currency } = facts;
  const { onHandMg, fitMg, lowAtMg, lowBelowMg } = powder;
  const words = surfaceWords(powder.gloss, powder.texture);
  return (
    <Facts className={column}>
      <Fact name="On hand">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-semibold">{formatMass(onHandMg, units, locale)}</span>
          {fitMg < onHandMg && (
            <span className="text-late-ink">
              {fitMg > 0 ? `${formatMass(fitMg, units, locale)} fit to use` : "none fit to use"}
            </span>
          )}
          {lowBelowMg !== null && fitMg < lowBelowMg && <Badge tone="risk">Low</Badge>}
        </span>
      </Fact>
      <Fact name="Low below">
        {lowBelowMg !== null && (
          <>
            {formatMass(lowBelowMg, units, locale)}
            {lowAtMg === null && <span className="text-ink-faint"> (the shop’s)</span>}
          </>
        )}
      </Fact>
      <Fact name="Standard colour">{powder.colourCode}</Fact>
      <Fact name="Surface">
        {words && <span className="inline-block first-letter:uppercase">{words}</span>}
      </Fact>
      <Fact name="Chemistry">{powder.chemistry}</Fact>
      {"priceCents" in powder && <Fact name="Price">{priceWords(powder, currency, locale)}</Fact>}
    </Facts>
  );
}

/** How far a powder goes, how it cures and how long it keeps. */
export function SprayFacts({ powder, facts: { locale, units } }: FactsProps) {
  const sprayed = sprayedAs({}, powder);
  const unit = massUnit[units];
  return (
    <Facts className={column}>
      <Fact name="Specific gravity">{powder.specificGravity}</Fact>
      <Fact name="Goes as far as">
        {sprayed && (
          <>
            {formatArea(coversCm2(toMilligrams(1, unit), sprayed), units, locale)} a {unit}
            <span className="block text-xs text-ink-faint">
              at {formatFilm(sprayed.filmUm, units, locale)}, {sprayed.transferPercent} % on the part
              {powder.filmUm === null && powder.transferPercent === null && " (as usual)"}
            </span>
          </>
        )}
      </Fact>
      <Fact name="Cure">
        {powder.cure.length > 0 && (
          <ul>
            {powder.cure.map(({ celsius, minutes }) => (
              <li key={`${celsius} ${minutes}`}>
                {numberFormat(locale).format(minutes)} min at {formatTemperature(celsius, units, locale)}
              </li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact name="Keeps">{powder.shelfLifeMonths !== null && lifeWords(powder)}</Fact>
    </Facts>
  );
}
