import { formatArea } from "@/lib/measures/format-area";
import { formatFilm } from "@/lib/measures/format-film";
import { formatMass, massUnit } from "@/lib/measures/format-mass";
import { formatTemperature } from "@/lib/measures/format-temperature";
import { toMilligrams } from "@/lib/measures/mass";
import { coversCm2, sprayedAs } from "@/lib/powders/coverage";
import type { PowderDetail } from "@/lib/powders/get-powder";
import { isFit } from "@/lib/powders/shelf-life";
import type { ListFacts } from "../lists/list-facts";
import { Badge } from "../ui/badge";
import { Fact, Facts } from "../ui/facts";
import { LinkButton } from "../ui/link-button";
import { Section } from "../ui/section";
import { Swatch } from "../ui/swatch";
import { Ledger } from "./ledger";
import { Lots } from "./lots";
import { PowderHead } from "./powder-head";
import { PowderLive } from "./powder-live";
import { priceWords } from "./price-words";
import { surfaceWords } from "./surface-words";

type PowderPageProps = {
  powder: PowderDetail;
  isWithEmpty: boolean;
  facts: ListFacts;
  now: string;
  may: { edit: boolean; seePrices: boolean };
};

/** A powder, the lots on the shelf, and a page of their ledger. */
export function PowderPage({ powder, isWithEmpty, facts, now, may }: PowderPageProps) {
  const here = `/powders/${powder.id}`;
  const held = powder.lots.filter((lot) => lot.onHandMg > 0).length;
  const mayEdit = may.edit && !powder.isRetired;
  return (
    <div className="mx-auto max-w-[1200px] px-4 py-4 md:px-6">
      <PowderLive />
      <PowderHead powder={powder} facts={facts} may={may} />
      <div className="flex flex-wrap gap-6 rounded-lg border bg-surface p-4">
        <div className="flex flex-col items-center gap-1">
          <Swatch coats={[powder]} size="xl" isNamed />
          <span className="text-xs text-ink-faint">Screen approximation</span>
        </div>
        <StockFacts powder={powder} facts={facts} />
        <SprayFacts powder={powder} facts={facts} />
      </div>
      <Section
        title="Lots"
        count={held}
        className="mt-6"
        actions={
          powder.emptyLots > 0 && (
            <LinkButton
              href={isWithEmpty ? here : `${here}?lots=all`}
              variant="quiet"
              size="sm"
              scroll={false}
            >
              {isWithEmpty ? "Hide empty" : `Show ${powder.emptyLots} empty`}
            </LinkButton>
          )
        }
      >
        <Lots lots={powder.lots} facts={facts} mayEdit={mayEdit} />
      </Section>
      <Section title="Ledger" count={powder.ledger.total} className="mt-6">
        <Ledger ledger={powder.ledger} here={here} facts={facts} now={now} mayEdit={mayEdit} />
      </Section>
    </div>
  );
}

type FactsProps = Pick<PowderPageProps, "powder" | "facts">;

function StockFacts({ powder, facts }: FactsProps) {
  const { locale, units, currency, today } = facts;
  const sum = (lots: PowderDetail["lots"]) => lots.reduce((mg, lot) => mg + lot.onHandMg, 0);
  const onHandMg = sum(powder.lots);
  const fitMg = sum(powder.lots.filter((lot) => isFit(lot, today)));
  const isLow = powder.lowAtMg !== null && fitMg < powder.lowAtMg;
  const words = surfaceWords(powder.gloss, powder.texture);
  return (
    <Facts className="min-w-56 flex-1 content-start">
      <Fact name="On hand">
        <span className="font-semibold">{formatMass(onHandMg, units, locale)}</span>
        {fitMg < onHandMg && (
          <span className="ml-2 text-ink-muted">{formatMass(fitMg, units, locale)} fit to use</span>
        )}
        {isLow && (
          <Badge tone="risk" className="ml-2">
            Low
          </Badge>
        )}
      </Fact>
      <Fact name="Low below">{powder.lowAtMg !== null && formatMass(powder.lowAtMg, units, locale)}</Fact>
      <Fact name="Standard colour">{powder.colourCode}</Fact>
      <Fact name="Surface">
        {words && <span className="inline-block first-letter:uppercase">{words}</span>}
      </Fact>
      <Fact name="Chemistry">{powder.chemistry}</Fact>
      {"priceCents" in powder && <Fact name="Price">{priceWords(powder, currency, locale)}</Fact>}
    </Facts>
  );
}

function SprayFacts({ powder, facts: { locale, units } }: FactsProps) {
  const sprayed = sprayedAs({}, powder);
  const unit = massUnit[units];
  const life = powder.shelfLifeFrom === "made" ? "making" : "delivery";
  return (
    <Facts className="min-w-56 flex-1 content-start">
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
                {new Intl.NumberFormat(locale).format(minutes)} min at{" "}
                {formatTemperature(celsius, units, locale)}
              </li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact name="Keeps">
        {powder.shelfLifeMonths !== null && `${powder.shelfLifeMonths} months from ${life}`}
      </Fact>
    </Facts>
  );
}
