import type { NoticeKind } from "@/db/vocabulary";
import { noticeDefaults } from "./notice-defaults";
import { fillParagraphs, fillSubject, type NoticeValues } from "./notice-words";
import type { MessageBody } from "./render-message";

type NoticeText = { kind: NoticeKind; subject: string; words: string };

/** What a notice says with its words filled in; with an address it has its button. */
export function writeNotice(
  { kind, subject, words }: NoticeText,
  values: NoticeValues,
  url?: string,
): Omit<MessageBody, "brand"> & { subject: string } {
  const { button, footnote } = noticeDefaults[kind];
  return {
    subject: fillSubject(subject, values) || noticeDefaults[kind].name,
    paragraphs: fillParagraphs(words, values),
    ...(url ? { button: { label: button, url }, ...(footnote ? { footnote } : {}) } : {}),
  };
}
