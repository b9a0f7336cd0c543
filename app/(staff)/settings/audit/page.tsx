import type { Metadata } from "next";
import { Audit } from "@/components/audit/audit";
import { AuditTools } from "@/components/audit/audit-tools";
import { SettingsPage } from "@/components/settings/settings-page";
import { auditInput } from "@/lib/audit/input";
import { listAudit } from "@/lib/audit/list-audit";
import { listAuditChoices } from "@/lib/audit/list-audit-choices";
import { requireStaff } from "@/lib/people/session";

export const metadata: Metadata = { title: "Audit" };

type AuditPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const ctx = await requireStaff("audit.read");
  const asked = auditInput.parse(await searchParams);
  const [page, choices] = await Promise.all([listAudit(ctx, asked), listAuditChoices(ctx)]);
  return (
    <SettingsPage
      role={ctx.actor.role}
      at="/settings/audit"
      actions={<AuditTools asked={asked} locale={ctx.shop.locale} />}
    >
      <Audit page={page} asked={asked} choices={choices} shop={ctx.shop} now={ctx.now.toISOString()} />
    </SettingsPage>
  );
}
