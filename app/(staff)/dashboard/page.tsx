import type { Metadata } from "next";
import { DashboardPage } from "@/components/dashboard/dashboard-page";
import { addressParams } from "@/components/lists/address-params";
import { can } from "@/lib/context";
import { getDashboard } from "@/lib/dashboard/get-dashboard";
import { listMeasureRows } from "@/lib/dashboard/list-measure-rows";
import { readDashboardAddress } from "@/lib/dashboard/read-address";
import { dayIn } from "@/lib/measures/day-in";
import { requireStaff } from "@/lib/people/session";

export const metadata: Metadata = { title: "Dashboard" };

export default async function StaffDashboardPage({ searchParams }: PageProps<"/dashboard">) {
  const ctx = await requireStaff("numbers.see");
  const { locale, units, currency, timeZone } = ctx.shop;
  const today = dayIn(timeZone, ctx.now);
  const { period, measure, page } = readDashboardAddress(
    addressParams(await searchParams),
    today,
    can(ctx, "prices.see"),
  );
  const [dashboard, found] = await Promise.all([
    getDashboard(ctx, period),
    measure && listMeasureRows(ctx, { measure, period, page }),
  ]);
  return (
    <DashboardPage
      dashboard={dashboard}
      period={period}
      opened={measure && found ? { measure, found } : null}
      facts={{ locale, units, currency, timeZone, today }}
      may={{ export: can(ctx, "lists.export"), aim: can(ctx, "goals.edit") }}
    />
  );
}
