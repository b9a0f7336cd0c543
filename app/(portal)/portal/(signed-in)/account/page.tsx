import type { Metadata } from "next";
import { When } from "@/components/people/when";
import { PortalAccount } from "@/components/portal/portal-account";
import { SignedInFrame } from "@/components/portal/signed-in-frame";
import { listContactSessions } from "@/lib/people/list-contact-sessions";
import { requireContact } from "@/lib/people/portal-session";
import { listMyCustomers } from "@/lib/people/switch-customer";
import { getPortalFrame } from "@/lib/portal/get-portal-frame";

export const metadata: Metadata = { title: "Your access" };

export default async function PortalAccountPage() {
  const ctx = await requireContact();
  const { id, name, email, role, previewedBy } = ctx.actor;
  const [frame, sessions, homes] = await Promise.all([
    getPortalFrame(ctx),
    previewedBy ? [] : listContactSessions(ctx),
    listMyCustomers(ctx),
  ]);
  const { timeZone, locale } = ctx.shop;
  const when = (at: Date) => <When at={at} now={ctx.now} timeZone={timeZone} locale={locale} />;
  return (
    <SignedInFrame {...frame}>
      <PortalAccount
        me={{ name, email, role }}
        homes={homes.map((one) => ({ ...one, isThis: one.contactId === id }))}
        sessions={sessions.map(({ seenAt, createdAt: _, ...one }) => ({ ...one, seen: when(seenAt) }))}
        isReadOnly={previewedBy !== undefined}
      />
    </SignedInFrame>
  );
}
