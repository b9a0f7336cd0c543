import type { Metadata } from "next";
import { RulesForm } from "@/components/alerts/rules-form";
import { SettingsPage } from "@/components/settings/settings-page";
import { getRules } from "@/lib/alerts/get-rules";
import { requireStaff } from "@/lib/people/session";

export const metadata: Metadata = { title: "Alerts" };

export default async function AlertSettingsPage() {
  const ctx = await requireStaff("settings.edit");
  const { units, locale } = ctx.shop;
  return (
    <SettingsPage role={ctx.actor.role} at="/settings/alerts">
      <RulesForm choices={await getRules(ctx)} facts={{ units, locale }} />
    </SettingsPage>
  );
}
