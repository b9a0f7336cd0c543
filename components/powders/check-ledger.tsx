"use client";
import type { UnitSystem } from "@/db/vocabulary";
import { formatMass } from "@/lib/measures/format-mass";
import { numberFormat } from "@/lib/measures/formats";
import { verifyLedgerAction } from "@/lib/powders/actions";
import { Check } from "../history/check";
import { lotInside } from "./lot-words";

/** Adds the whole ledger up anew and says whether every lot holds the sum of its lines. */
export function CheckLedger({ units, locale }: { units: UnitSystem; locale: string }) {
  const number = numberFormat(locale);
  return (
    <Check
      label="Check the ledger"
      verify={() => verifyLedgerAction({})}
      praise={({ lots, movements, faults }) =>
        faults.length > 0
          ? null
          : `${number.format(lots)} lots hold what their ${number.format(movements)} lines add up to`
      }
      title="The ledger does not add up"
      description="Somebody changed the database past the product. Count these lots, and keep a copy of it."
      wrongLabel="Lots that do not add up"
    >
      {({ faults }) => (
        <ul className="grid gap-2">
          {faults.map((one) => (
            <li key={`${one.lotId} ${one.wrong}`}>
              <span className="font-medium">
                {one.powder}, {lotInside(one.lot)}
              </span>
              <span className="block text-ink-muted">
                {one.wrong === "sum"
                  ? `Holds ${formatMass(one.heldMg, units, locale)}; its lines sum to ${formatMass(one.summedMg, units, locale)}.`
                  : "A line was taken back by something else than its opposite."}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Check>
  );
}
