import type { Metadata } from "next";
import { AlertsPage } from "@/components/alerts/alerts-page";
import { alertsViewInput } from "@/lib/alerts/input";
import { listAlerts } from "@/lib/alerts/list-alerts";
import { can } from "@/lib/context";
import { dayIn } from "@/lib/measures/day-in";
import { requireStaff } from "@/lib/people/session";

export const metadata: Metadata = { title: "Alerts" };

export default async function StaffAlertsPage({ searchParams }: PageProps<"/alerts">) {
  const ctx = await requireStaff("numbers.see");
  const view = alertsViewInput.parse(await searchParams);
  const { locale, units, timeZone } = ctx.shop;
  return (
    <AlertsPage
      {...view}
      found={await listAlerts(ctx, view)}
      shop={{ locale, units, timeZone, today: dayIn(timeZone, ctx.now) }}
      now={ctx.now.toISOString()}
      maySet={can(ctx, "settings.edit")}
    />
  );
}
