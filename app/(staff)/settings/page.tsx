import type { Metadata } from "next";
import { SettingsPage } from "@/components/settings/settings-page";
import { ShopForm } from "@/components/settings/shop-form";
import { getShopSettings } from "@/lib/people/get-shop-settings";
import { requireStaff } from "@/lib/people/session";
import { shopChoices } from "@/lib/people/shop-choices";

export const metadata: Metadata = { title: "Settings" };

export default async function ShopSettingsPage() {
  const ctx = await requireStaff("settings.edit");
  const { isCurrencyFixed, ...now } = await getShopSettings(ctx);
  return (
    <SettingsPage role={ctx.actor.role} at="/settings">
      <ShopForm now={now} choices={shopChoices()} isCurrencyFixed={isCurrencyFixed} />
    </SettingsPage>
  );
}
