import type { Metadata } from "next";
import { ApiKeys } from "@/components/settings/api-keys";
import { NewKey } from "@/components/settings/new-key";
import { SettingsPage } from "@/components/settings/settings-page";
import { listApiKeys } from "@/lib/people/list-api-keys";
import { requireStaff } from "@/lib/people/session";

export const metadata: Metadata = { title: "API keys" };

export default async function ApiKeysPage() {
  const ctx = await requireStaff("keys.manage");
  const { timeZone, locale } = ctx.shop;
  return (
    <SettingsPage role={ctx.actor.role} at="/settings/api-keys" actions={<NewKey />}>
      <ApiKeys keys={await listApiKeys(ctx)} times={{ now: ctx.now, timeZone, locale }} />
    </SettingsPage>
  );
}
