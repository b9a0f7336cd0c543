import type { Metadata } from "next";
import { CheckNumbers } from "@/components/dashboard/check-numbers";
import { GoalsForm } from "@/components/dashboard/goals-form";
import { SettingsPage } from "@/components/settings/settings-page";
import { getGoals } from "@/lib/dashboard/get-goals";
import { requireStaff } from "@/lib/people/session";

export const metadata: Metadata = { title: "Targets" };

export default async function GoalsPage() {
  const ctx = await requireStaff("goals.edit");
  const { locale, units, currency } = ctx.shop;
  return (
    <SettingsPage role={ctx.actor.role} at="/settings/goals" actions={<CheckNumbers locale={locale} />}>
      <GoalsForm goals={await getGoals(ctx)} shop={{ locale, units, currency }} />
    </SettingsPage>
  );
}
