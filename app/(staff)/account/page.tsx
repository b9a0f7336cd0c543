import type { Metadata } from "next";
import { cookies } from "next/headers";
import { AccountSections } from "@/components/people/account-sections";
import { appearanceCookie, readAppearance } from "@/components/shell/wear-appearance";
import { PageHeader } from "@/components/ui/page-header";
import { getAccount } from "@/lib/people/get-account";
import { requireStaff } from "@/lib/people/session";

export const metadata: Metadata = { title: "My account" };

export default async function AccountPage() {
  const ctx = await requireStaff();
  const { timeZone, locale } = ctx.shop;
  return (
    <div className="mx-auto max-w-3xl px-4 py-6 md:px-8">
      <PageHeader title="My account" />
      <AccountSections
        account={await getAccount(ctx)}
        appearance={readAppearance((await cookies()).get(appearanceCookie)?.value)}
        times={{ now: ctx.now, timeZone, locale }}
      />
    </div>
  );
}
