import type { Metadata } from "next";
import { Outbox } from "@/components/settings/outbox";
import { SettingsPage } from "@/components/settings/settings-page";
import { outboxInput } from "@/lib/messages/input";
import { isMailSetUp } from "@/lib/messages/is-mail-set-up";
import { listMessages } from "@/lib/messages/list-messages";
import { requireStaff } from "@/lib/people/session";

export const metadata: Metadata = { title: "Outbox" };

type OutboxPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OutboxPage({ searchParams }: OutboxPageProps) {
  const ctx = await requireStaff("outbox.read");
  const asked = outboxInput.parse(await searchParams);
  const { timeZone, locale } = ctx.shop;
  return (
    <SettingsPage role={ctx.actor.role} at="/settings/outbox">
      <Outbox
        page={await listMessages(ctx, asked)}
        state={asked.state}
        isMailSetUp={isMailSetUp(ctx.shop)}
        times={{ now: ctx.now, timeZone, locale }}
      />
    </SettingsPage>
  );
}
