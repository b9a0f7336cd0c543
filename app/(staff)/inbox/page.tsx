import type { Metadata } from "next";
import { InboxPage } from "@/components/inbox/inbox-page";
import { inboxInput, listInbox } from "@/lib/inbox/list-inbox";
import { requireStaff } from "@/lib/people/session";

export const metadata: Metadata = { title: "Inbox" };

export default async function StaffInboxPage({ searchParams }: PageProps<"/inbox">) {
  const ctx = await requireStaff();
  const { before } = inboxInput.parse(await searchParams);
  const page = await listInbox(ctx, { before });
  const { timeZone, locale } = ctx.shop;
  const times = { now: ctx.now.toISOString(), zone: timeZone, locale };
  return <InboxPage page={page} isFirst={!before} times={times} />;
}
