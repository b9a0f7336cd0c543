import type { Measure } from "@/db/vocabulary";
import { type Period, readPeriod } from "./period";
import { isMeasure, isMoney } from "./reading";

export type DashboardAddress = { period: Period; measure: Measure | null; page: number };

/** What the dashboard's address asks for; a number that its reader may not see is as good as none. */
export function readDashboardAddress(
  params: URLSearchParams,
  today: string,
  seesPrices: boolean,
): DashboardAddress {
  const said = (name: string) => params.get(name) ?? undefined;
  const show = said("show");
  const page = Number(said("page"));
  return {
    period: readPeriod({ period: said("period"), from: said("from"), to: said("to") }, today),
    measure: isMeasure(show) && (seesPrices || !isMoney(show)) ? show : null,
    page: Number.isInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1,
  };
}
