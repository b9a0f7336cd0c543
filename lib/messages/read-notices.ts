import "server-only";
import { eq } from "drizzle-orm";
import { noticeTemplate } from "@/db/schema/messages";
import { type NoticeKind, noticeKinds } from "@/db/vocabulary";
import { type AnyWork, authorize, type Context, inTransaction } from "../context";
import { noticeDefaults } from "./notice-defaults";

/** A notice as this shop words it. */
export type Notice = {
  kind: NoticeKind;
  isOn: boolean;
  subject: string;
  words: string;
  version: number;
  /** Whether these are the shop's own words and not the product's. */
  isOwn: boolean;
};

/** Every notice as the shop has it now: its own words, else the product's. */
export async function readNotices({ tx, shop }: AnyWork): Promise<Record<NoticeKind, Notice>> {
  const rows = await tx.select().from(noticeTemplate).where(eq(noticeTemplate.shopId, shop.id));
  const noticeOf = (kind: NoticeKind): Notice => {
    const own = rows.find((one) => one.kind === kind);
    const usual = noticeDefaults[kind];
    return {
      kind,
      isOn: own?.isOn ?? usual.isOn,
      subject: own?.subject || usual.subject,
      words: own?.words || usual.words,
      version: own?.version ?? 0,
      isOwn: Boolean(own?.subject || own?.words),
    };
  };
  return Object.fromEntries(noticeKinds.map((kind) => [kind, noticeOf(kind)])) as Record<NoticeKind, Notice>;
}

/** The same for its page in the settings. */
export async function listNotices(ctx: Context): Promise<Notice[]> {
  authorize(ctx, "settings.edit");
  return Object.values(await inTransaction(ctx, readNotices));
}
