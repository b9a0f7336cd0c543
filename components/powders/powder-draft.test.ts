import fc from "fast-check";
import { expect, test } from "vitest";
import { toMicrometres } from "@/lib/measures/format-film";
import { toMilligrams } from "@/lib/measures/mass";
import type { PowderDetail } from "@/lib/powders/get-powder";
import { propertyRuns } from "@/lib/testing/rounds";
import { draftOf, readDraft } from "./powder-draft";

const facts = (units: "imperial" | "metric", locale: string) => ({
  ...{ units, locale, currency: "EUR", timeZone: "Europe/Berlin", today: "2026-03-09" },
});

test("a powder opened and saved untouched is as it was, in either system of units and any marks", () =>
  fc.assert(
    fc.property(
      fc.record({
        units: fc.constantFrom("imperial" as const, "metric" as const),
        locale: fc.constantFrom("en-US", "de-DE", "fr-FR", "tr-TR"),
        tenthsOfFilm: fc.option(fc.integer({ min: 10, max: 100 })),
        transferPercent: fc.option(fc.integer({ min: 5, max: 100 })),
        gravity: fc.option(fc.integer({ min: 50, max: 500 })),
        lowThousandths: fc.option(fc.integer({ min: 0, max: 100_000_000 })),
        degrees: fc.array(fc.integer({ min: 120, max: 400 }), { maxLength: 4 }),
        months: fc.option(fc.integer({ min: 1, max: 120 })),
        priceCents: fc.option(fc.integer({ min: 0, max: 10_000_000 })),
      }),
      ({
        units,
        locale,
        tenthsOfFilm,
        transferPercent,
        gravity,
        lowThousandths,
        degrees,
        months,
        priceCents,
      }) => {
        const unit = units === "imperial" ? ("lb" as const) : ("kg" as const);
        const film = tenthsOfFilm === null ? null : units === "imperial" ? tenthsOfFilm / 10 : tenthsOfFilm;
        const cure = degrees.map((at) => ({
          celsius: units === "imperial" ? ((at - 32) * 5) / 9 : at,
          minutes: 12.5,
        }));
        const kept = {
          ...{ maker: "Tiger", code: "29", name: "White", colourCode: "RAL 9016", hex: "#f1f0ea" },
          ...{ gloss: null, texture: "smooth" as const, chemistry: "", shelfLifeFrom: "received" as const },
          filmUm: film === null ? null : toMicrometres(film, units),
          ...{ transferPercent, specificGravity: gravity === null ? null : gravity / 100, cure },
          shelfLifeMonths: months,
          lowAtMg: lowThousandths === null ? null : toMilligrams(lowThousandths / 1000, unit),
          ...{ priceCents, priceUnit: priceCents === null ? null : unit },
        };
        const powder = {
          ...kept,
          id: "",
          isRetired: false,
          lots: [],
          emptyLots: 0,
        } as unknown as PowderDetail;
        expect(readDraft(draftOf(powder, facts(units, locale)), facts(units, locale))).toEqual({
          value: kept,
        });
      },
    ),
    propertyRuns,
  ));

test("names each field that is no figure", () => {
  const at = facts("metric", "en-US");
  const draft = { ...draftOf(null, at), specificGravity: "heavy", film: "thin", price: "much" };
  expect(readDraft(draft, at)).toEqual({
    problems: {
      specificGravity: "This is not a number.",
      filmUm: "This is not a number.",
      priceCents: "This is not a price.",
    },
  });
});
