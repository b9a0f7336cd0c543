import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { TabLinks } from "@/components/ui/tab-links";
import { type Permission, type Role, rolePermissions } from "@/db/vocabulary";

const pages: { href: string; name: string; needs: Permission }[] = [
  { href: "/settings", name: "Shop", needs: "settings.edit" },
  { href: "/settings/stages", name: "Stages", needs: "settings.edit" },
  { href: "/settings/people", name: "People", needs: "people.manage" },
  { href: "/settings/goals", name: "Targets", needs: "goals.edit" },
  { href: "/settings/alerts", name: "Alerts", needs: "settings.edit" },
  { href: "/settings/brand", name: "Brand", needs: "settings.edit" },
  { href: "/settings/messages", name: "Messages", needs: "settings.edit" },
  { href: "/settings/outbox", name: "Outbox", needs: "outbox.read" },
  { href: "/settings/audit", name: "Audit", needs: "audit.read" },
  { href: "/settings/backups", name: "Backups", needs: "backups.run" },
  { href: "/settings/api-keys", name: "API", needs: "keys.manage" },
];

type SettingsPageProps = { role: Role; at: string; actions?: ReactNode; children: ReactNode };

/** One page of the settings, with the way to the others that this role may open. */
export function SettingsPage({ role, at, actions, children }: SettingsPageProps) {
  const tabs = pages
    .filter((page) => rolePermissions[role].includes(page.needs))
    .map(({ href, name }) => ({ href, name, isCurrent: href === at }));
  return (
    <div className="mx-auto max-w-4xl px-4 py-6 md:px-8">
      <PageHeader title="Settings" actions={actions} className="min-h-12" />
      <TabLinks label="Settings" tabs={tabs} className="mb-6" />
      {children}
    </div>
  );
}
