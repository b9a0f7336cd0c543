import type { Metadata } from "next";
import { BrandForm } from "@/components/settings/brand-form";
import { SettingsPage } from "@/components/settings/settings-page";
import { ownLink } from "@/lib/messages/own-link";
import { getBrand } from "@/lib/messages/read-brand";
import { getSample } from "@/lib/notices/get-sample";
import { requireStaff } from "@/lib/people/session";

export const metadata: Metadata = { title: "Brand" };

export default async function BrandPage() {
  const ctx = await requireStaff("settings.edit");
  const [brand, sample] = await Promise.all([getBrand(ctx), getSample(ctx)]);
  return (
    <SettingsPage role={ctx.actor.role} at="/settings/brand">
      <BrandForm brand={brand} sample={sample} sampleUrl={ownLink("/")} />
    </SettingsPage>
  );
}
