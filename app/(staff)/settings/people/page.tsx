import type { Metadata } from "next";
import { InviteForm } from "@/components/people/invite-form";
import { PeopleTables } from "@/components/people/people-tables";
import { SettingsPage } from "@/components/settings/settings-page";
import { isMailSetUp } from "@/lib/messages/is-mail-set-up";
import { listMembers } from "@/lib/people/list-members";
import { requireStaff } from "@/lib/people/session";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage() {
  const ctx = await requireStaff("people.manage");
  const { members, invites } = await listMembers(ctx);
  const isOwner = ctx.actor.role === "owner";
  const hasMail = isMailSetUp(ctx.shop);
  const { timeZone, locale } = ctx.shop;
  return (
    <SettingsPage
      role={ctx.actor.role}
      at="/settings/people"
      actions={<InviteForm mayMakeOwners={isOwner} isMailSetUp={hasMail} />}
    >
      <PeopleTables
        members={members}
        invites={invites}
        isOwner={isOwner}
        isMailSetUp={hasMail}
        times={{ now: ctx.now, timeZone, locale }}
      />
    </SettingsPage>
  );
}
