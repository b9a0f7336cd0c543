import type { UnitSystem } from "@/db/vocabulary";
import { formatFilm } from "@/lib/measures/format-film";
import { massUnit } from "@/lib/measures/format-mass";
import { numberFormat } from "@/lib/measures/formats";
import { fromMilligrams } from "@/lib/measures/mass";
import type { JobCoat } from "@/lib/powders/job-powder";

/** A mass to a few figures after the point, and never to nothing: an estimate is no weighing. */
export function roundedMass(mg: number, units: UnitSystem, locale: string, digits = 2): string {
  const unit = massUnit[units];
  const exact = fromMilligrams(mg, unit);
  const mass = exact > 0 ? Math.max(exact, 1 / 10 ** digits) : exact;
  const most = { maximumFractionDigits: mass >= 100 ? 0 : digits };
  return `${numberFormat(locale, most).format(mass)} ${unit}`;
}

/** What an estimate is reckoned at: "At 2.5 mil, 60 % on the part"; nothing where coats differ. */
export function needHint(coats: readonly JobCoat[], units: UnitSystem, locale: string): string | undefined {
  const ways = new Set(
    coats.flatMap(({ filmUm, transferPercent }) =>
      filmUm === null ? [] : `At ${formatFilm(filmUm, units, locale)}, ${transferPercent} % on the part`,
    ),
  );
  return ways.size === 1 ? [...ways][0] : undefined;
}
