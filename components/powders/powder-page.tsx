import { formatMass } from "@/lib/measures/format-mass";
import type { PowderDetail } from "@/lib/powders/get-powder";
import type { ListFacts } from "../lists/list-facts";
import { Fact, Facts } from "../ui/facts";
import { PageHeader } from "../ui/page-header";
import { Section } from "../ui/section";
import { Swatch } from "../ui/swatch";
import { Ledger } from "./ledger";
import { Lots } from "./lots";
import { priceWords } from "./price-words";
import { surfaceWords } from "./surface-words";

type PowderPageProps = { powder: PowderDetail; facts: ListFacts; now: string };

/** A powder, the lots on the shelf, and the newest lines of their ledger. */
export function PowderPage({ powder, facts, now }: PowderPageProps) {
  const { locale, units, currency } = facts;
  const onHandMg = powder.lots.reduce((sum, lot) => sum + lot.onHandMg, 0);
  return (
    <div className="mx-auto max-w-[1200px] px-4 py-4 md:px-6">
      <PageHeader
        up={{ href: "/powders", name: "Powders" }}
        title={powder.name}
        description={`${powder.maker} ${powder.code}`}
      />
      <div className="flex flex-wrap gap-6 rounded-lg border bg-surface p-4">
        <div className="flex flex-col items-center gap-1">
          <Swatch coats={[powder]} size="xl" isNamed />
          <span className="text-xs text-ink-faint">Screen approximation</span>
        </div>
        <Facts className="min-w-56 flex-1 content-start">
          <Fact name="On hand">
            <span className="font-semibold">{formatMass(onHandMg, units, locale)}</span>
          </Fact>
          <Fact name="Standard colour">{powder.colourCode}</Fact>
          <Fact name="Surface">
            <span className="inline-block first-letter:uppercase">
              {surfaceWords(powder.gloss, powder.texture)}
            </span>
          </Fact>
        </Facts>
        <Facts className="min-w-56 flex-1 content-start">
          <Fact name="Chemistry">{powder.chemistry}</Fact>
          <Fact name="Specific gravity">{powder.specificGravity}</Fact>
          {"priceCents" in powder && <Fact name="Price">{priceWords(powder, currency, locale)}</Fact>}
        </Facts>
      </div>
      <Section title="Lots" count={powder.lots.length} className="mt-6">
        <Lots lots={powder.lots} facts={facts} />
      </Section>
      <Section title="Ledger" className="mt-6">
        <Ledger lines={powder.ledger} lots={powder.lots} facts={facts} now={now} />
      </Section>
    </div>
  );
}
