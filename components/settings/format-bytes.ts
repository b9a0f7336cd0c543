import { numberFormat } from "@/lib/measures/formats";

const units = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** "12 MB", in the reader's language. */
export function formatBytes(bytes: number, locale: string): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const unit = units[step] as (typeof units)[number];
  const format = numberFormat(locale, {
    style: "unit",
    unit,
    maximumFractionDigits: step > 2 ? 1 : 0,
  });
  return format.format(bytes / 1000 ** step);
}
