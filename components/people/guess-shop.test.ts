import { expect, test } from "vitest";
import { guessShop } from "./guess-shop";

test.each([
  ["en-US", "America/Chicago", "USD", "imperial"],
  ["de-AT", "Europe/Vienna", "EUR", "metric"],
  ["en-GB", "Europe/London", "GBP", "metric"],
  ["fr-CA", "America/Toronto", "CAD", "metric"],
  ["tr", "Europe/Istanbul", "TRY", "metric"],
  ["en", "UTC", "USD", "imperial"],
])("a browser of %s in %s keeps a shop in %s, %s", (language, zone, currency, units) => {
  expect(guessShop(language, zone)).toMatchObject({ timeZone: zone, currency, units });
});
