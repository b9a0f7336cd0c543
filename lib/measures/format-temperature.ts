import type { UnitSystem } from "@/db/vocabulary";
import { numberFormat } from "./formats";

export const temperatureUnit: Record<UnitSystem, string> = { imperial: "°F", metric: "°C" };

/** A temperature typed in the shop's unit (°F or °C), in °C as stored. */
export const toCelsius = (degrees: number, units: UnitSystem): number =>
  units === "imperial" ? ((degrees - 32) * 5) / 9 : degrees;

/** A temperature, stored in °C, in the shop's unit and whole degrees: "400 °F". */
export function formatTemperature(celsius: number, units: UnitSystem, locale: string): string {
  const degrees = units === "imperial" ? (celsius * 9) / 5 + 32 : celsius;
  return `${numberFormat(locale, { maximumFractionDigits: 0 }).format(degrees)} ${temperatureUnit[units]}`;
}
