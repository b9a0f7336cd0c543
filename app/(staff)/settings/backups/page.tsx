import type { Metadata } from "next";
import { BackupsHere } from "@/components/settings/backups";
import { OutsideBackups } from "@/components/settings/outside-backups";
import { SettingsPage } from "@/components/settings/settings-page";
import { getBackups } from "@/lib/backups/get-backups";
import { requireStaff } from "@/lib/people/session";

export const metadata: Metadata = { title: "Backups" };

export default async function BackupsPage() {
  const ctx = await requireStaff("backups.run");
  const backups = await getBackups(ctx);
  const { timeZone: zone, locale } = ctx.shop;
  return (
    <SettingsPage role={ctx.actor.role} at="/settings/backups">
      {backups.isOutside ? (
        <OutsideBackups />
      ) : (
        <BackupsHere {...backups} times={{ now: ctx.now.toISOString(), zone, locale }} />
      )}
    </SettingsPage>
  );
}
