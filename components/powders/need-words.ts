import type { UnitSystem } from "@/db/vocabulary";
import { formatFilm } from "@/lib/measures/format-film";
import { massUnit } from "@/lib/measures/format-mass";
import { fromMilligrams } from "@/lib/measures/mass";
import type { JobCoat } from "@/lib/powders/job-powder";

/** A mass to two figures after the point: an estimate is no weighing. */
export function roundedMass(mg: number, units: UnitSystem, locale: string): string {
  const unit = massUnit[units];
  const mass = fromMilligrams(mg, unit);
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: mass >= 100 ? 0 : 2 }).format(mass)} ${unit}`;
}

/** What an estimate is reckoned at: "at 2.5 mil, 60 % on the part". */
export function needHint(
  { filmUm, transferPercent }: JobCoat,
  units: UnitSystem,
  locale: string,
): string | undefined {
  if (filmUm === null || transferPercent === null) return undefined;
  return `At ${formatFilm(filmUm, units, locale)}, ${transferPercent} % on the part`;
}
