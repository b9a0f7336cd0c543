import type { UnitSystem } from "@/db/vocabulary";
import { formatFilm } from "@/lib/measures/format-film";
import { massUnit } from "@/lib/measures/format-mass";
import { fromMilligrams } from "@/lib/measures/mass";
import type { JobCoat } from "@/lib/powders/job-powder";

/** A mass to a few figures after the point, and never to nothing: an estimate is no weighing. */
export function roundedMass(mg: number, units: UnitSystem, locale: string, digits = 2): string {
  const unit = massUnit[units];
  const exact = fromMilligrams(mg, unit);
  const mass = exact > 0 ? Math.max(exact, 1 / 10 ** digits) : exact;
  const most = { maximumFractionDigits: mass >= 100 ? 0 : digits };
  return `${new Intl.NumberFormat(locale, most).format(mass)} ${unit}`;
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
