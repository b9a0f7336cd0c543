import type { UnitSystem } from "@/db/vocabulary";

const currencyOf: Record<string, string> = {
  US: "USD",
  CA: "CAD",
  MX: "MXN",
  GB: "GBP",
  AU: "AUD",
  NZ: "NZD",
  CH: "CHF",
  NO: "NOK",
  SE: "SEK",
  DK: "DKK",
  PL: "PLN",
  CZ: "CZK",
  HU: "HUF",
  RO: "RON",
  TR: "TRY",
  JP: "JPY",
  CN: "CNY",
  IN: "INR",
  KR: "KRW",
  BR: "BRL",
  ZA: "ZAR",
  SG: "SGD",
  HK: "HKD",
  TH: "THB",
  MY: "MYR",
  ID: "IDR",
  PH: "PHP",
  VN: "VND",
  IL: "ILS",
  AE: "AED",
  SA: "SAR",
  AR: "ARS",
  CL: "CLP",
  CO: "COP",
  PE: "PEN",
  UA: "UAH",
}; // prettier-ignore
const euro = "AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK";
const imperial = "US LR MM";

export type ShopGuess = { timeZone: string; locale: string; currency: string; units: UnitSystem };

/** What a browser's language and zone say of the shop it stands in. */
export function guessShop(language: string, timeZone: string): ShopGuess {
  const locale = new Intl.Locale(language);
  const region = locale.region ?? locale.maximize().region ?? "US";
  return {
    timeZone,
    locale: locale.toString(),
    currency: currencyOf[region] ?? (euro.split(" ").includes(region) ? "EUR" : "USD"),
    units: imperial.split(" ").includes(region) ? "imperial" : "metric",
  };
}
