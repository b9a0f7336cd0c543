import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MessageRead } from "@/components/settings/message-read";
import { PageHeader } from "@/components/ui/page-header";
import { findMessage } from "@/lib/messages/find-message";
import { isMailSetUp } from "@/lib/messages/is-mail-set-up";
import { requireStaff } from "@/lib/people/session";

export const metadata: Metadata = { title: "Message" };

type MessagePageProps = { params: Promise<{ id: string }> };

export default async function MessagePage({ params }: MessagePageProps) {
  const ctx = await requireStaff("outbox.read");
  const message = await findMessage(ctx, (await params).id);
  if (!message) notFound();
  const { timeZone, locale } = ctx.shop;
  return (
    <div className="mx-auto max-w-3xl px-4 py-6 md:px-8">
      <PageHeader title={message.subject} up={{ href: "/settings/outbox", name: "Outbox" }} />
      <MessageRead
        message={message}
        isMailSetUp={isMailSetUp(ctx.shop)}
        times={{ now: ctx.now, timeZone, locale }}
      />
    </div>
  );
}
