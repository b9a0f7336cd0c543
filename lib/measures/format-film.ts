import type { UnitSystem } from "@/db/vocabulary";
import { numberFormat } from "./formats";

const umPerMil = 25.4;

export const filmUnit: Record<UnitSystem, string> = { imperial: "mil", metric: "µm" };

/** A film thickness typed in the shop's unit (mil or µm), in whole µm as stored. */
export const toMicrometres = (film: number, units: UnitSystem): number =>
  Math.round(units === "imperial" ? film * umPerMil : film);

/** A film thickness, stored in µm, in the shop's unit: "2.5 mil". */
export function formatFilm(um: number, units: UnitSystem, locale: string): string {
  const film = units === "imperial" ? um / umPerMil : um;
  const digits = units === "imperial" ? 1 : 0;
  return `${numberFormat(locale, { maximumFractionDigits: digits }).format(film)} ${filmUnit[units]}`;
}
