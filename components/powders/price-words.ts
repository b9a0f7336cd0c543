import type { MassUnit } from "@/db/vocabulary";
import { formatMoney } from "@/lib/measures/format-money";

type Price = { priceCents?: number | null; priceUnit?: MassUnit | null };

/** "$9.50/lb"; empty when the price is not known or not the reader's to see. */
export function priceWords({ priceCents, priceUnit }: Price, currency: string, locale: string): string {
  if (priceCents == null) return "";
  return `${formatMoney(priceCents, currency, locale)}${priceUnit ? `/${priceUnit}` : ""}`;
}
