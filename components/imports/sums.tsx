import type { ImportKind, UnitSystem } from "@/db/vocabulary";
import { areaSigns } from "@/lib/imports/area-signs";
import { formatMass } from "@/lib/measures/format-mass";
import { formatMoney } from "@/lib/measures/format-money";
import { numberFormat } from "@/lib/measures/formats";

/** What a page of an import needs of the shop to say amounts its way. */
export type ImportFacts = { locale: string; currency: string; units: UnitSystem };

type SumsProps = { kind: ImportKind; counts: Record<string, number>; facts: ImportFacts };

/** What the rows that go in add up to, so that it can be held against the old sheet's own totals. */
export function Sums({ kind, counts, facts }: SumsProps) {
  const sums = sumsOf[kind](counts, facts).filter(({ value }) => value !== null);
  if (sums.length === 0) return null;
  return (
    <dl className="grid grid-cols-2 gap-px overflow-clip rounded-lg border bg-line sm:flex sm:w-fit sm:*:min-w-56">
      {sums.map(({ name, value, beside }) => (
        <div key={name} className="bg-surface px-4 py-3">
          <dt className="text-xs text-ink-muted">{name}</dt>
          <dd>
            <span className="block text-lg font-semibold">{value}</span>
            {beside && <span className="block text-xs text-ink-faint">{beside}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type Sum = { name: string; value: string | null; beside?: string };
type Summing = (counts: Record<string, number>, facts: ImportFacts) => Sum[];

const sumsOf: Record<ImportKind, Summing> = {
  jobs: (counts, { locale, currency }) => {
    const { withPrice = 0, withoutPrice = 0, priceCents = 0 } = counts;
    const areas = Object.entries(areaSigns).flatMap(([unit, shown]) => {
      const area = counts[`area:${unit}`];
      return area ? [`${numberFormat(locale, { maximumFractionDigits: 1 }).format(area)} ${shown}`] : [];
    });
    return [
      {
        name: "Prices together",
        value: withPrice > 0 ? formatMoney(priceCents, currency, locale) : null,
        beside: `${numberFormat(locale).format(withPrice)} with a price, ${numberFormat(locale).format(withoutPrice)} without`,
      },
      { name: "Area together", value: areas.length > 0 ? areas.join(" + ") : null },
    ];
  },
  powders: ({ countedMg = 0, countedRows = 0, estimatedMg = 0, estimatedRows = 0 }, { locale, units }) => [
    {
      name: "Powder on hand",
      value: countedRows > 0 ? formatMass(countedMg, units, locale) : null,
      beside: `counted, ${numberFormat(locale).format(countedRows)} rows`,
    },
    {
      name: "Estimated besides",
      value: estimatedRows > 0 ? formatMass(estimatedMg, units, locale) : null,
      beside: `${numberFormat(locale).format(estimatedRows)} rows`,
    },
  ],
  customers: ({ customers = 0, merged = 0 }, { locale }) => [
    { name: "New customers", value: numberFormat(locale).format(customers) },
    {
      name: "Rows merged",
      value: merged > 0 ? numberFormat(locale).format(merged) : null,
      beside: "into a customer named before",
    },
  ],
};
