import type { Metadata } from "next";
import { NoMailService } from "@/components/settings/no-mail-service";
import { NoticeList } from "@/components/settings/notice-list";
import { SettingsPage } from "@/components/settings/settings-page";
import { isMailSetUp } from "@/lib/messages/is-mail-set-up";
import { listNotices } from "@/lib/messages/read-notices";
import { requireStaff } from "@/lib/people/session";

export const metadata: Metadata = { title: "Messages" };

export default async function MessagesPage() {
  const ctx = await requireStaff("settings.edit");
  const notices = await listNotices(ctx);
  return (
    <SettingsPage role={ctx.actor.role} at="/settings/messages">
      {!isMailSetUp(ctx.shop) && <NoMailService className="mb-4" />}
      <NoticeList notices={notices} />
    </SettingsPage>
  );
}
