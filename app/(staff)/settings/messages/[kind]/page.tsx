import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NoticeEditor } from "@/components/settings/notice-editor";
import { NoticeHead } from "@/components/settings/notice-head";
import { SettingsPage } from "@/components/settings/settings-page";
import { noticeDefaults } from "@/lib/messages/notice-defaults";
import { ownLink } from "@/lib/messages/own-link";
import { getBrand } from "@/lib/messages/read-brand";
import { listNotices } from "@/lib/messages/read-notices";
import { getSample } from "@/lib/notices/get-sample";
import { requireStaff } from "@/lib/people/session";

type NoticePageProps = { params: Promise<{ kind: string }> };

export async function generateMetadata({ params }: NoticePageProps): Promise<Metadata> {
  const { kind } = await params;
  const known = Object.entries(noticeDefaults).find(([one]) => one === kind);
  return { title: known?.[1].name ?? "Messages" };
}

export default async function NoticePage({ params }: NoticePageProps) {
  const ctx = await requireStaff("settings.edit");
  const { kind } = await params;
  const [notices, brand, sample] = await Promise.all([listNotices(ctx), getBrand(ctx), getSample(ctx)]);
  const notice = notices.find((one) => one.kind === kind) ?? notFound();
  return (
    <SettingsPage role={ctx.actor.role} at="/settings/messages">
      <NoticeHead kind={notice.kind} isOn={notice.isOn} />
      <NoticeEditor key={notice.version} {...{ notice, brand, sample }} sampleUrl={ownLink("/")} />
    </SettingsPage>
  );
}
