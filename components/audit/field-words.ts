import type { Shop } from "@/lib/context";
import { formatMass } from "@/lib/measures/format-mass";
import { formatMoney } from "@/lib/measures/format-money";
import { formatDay, formatExact } from "@/lib/measures/format-time";

type Reader = Pick<Shop, "locale" | "currency" | "units" | "timeZone">;

/** A field of an event as people read it: "stageEnteredAt" is "stage entered at", "priceCents" is "price", "isPass" is "pass". */
export const fieldName = (field: string) =>
  field
    .replace(/^is(?=[A-Z])|(Cents|Mg)$/, "")
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase();

export const isNothing = (value: unknown) => value === undefined || value === null || value === "";

/** What a field held: money, masses and moments as everywhere, a list by commas, what has no words as it is kept. */
export function fieldValue(field: string, value: unknown, shop: Reader): string {
  if (isNothing(value)) return "–";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number" && field.endsWith("Cents"))
    return formatMoney(value, shop.currency, shop.locale);
  if (typeof value === "number" && field.endsWith("Mg")) return formatMass(value, shop.units, shop.locale);
  if (typeof value === "string") return stringValue(value, shop);
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value.join(", ") || "–";
  return JSON.stringify(value);
}

function stringValue(value: string, { locale, timeZone }: Reader): string {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDay(value, locale);
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value)) return formatExact(value, timeZone, locale);
  return value;
}
