import { z } from "zod";
import { noticeKinds } from "@/db/vocabulary";
import { refuseAccent } from "./brand";
import { isAddress } from "./mail-header";
import { noticeDefaults } from "./notice-defaults";
import { type Placeholder, unknownWords } from "./notice-words";

const states = ["waiting", "sent", "kept", "failed"] as const;

/** What the outbox's address says; anything unknown in it is left out. */
export const outboxInput = z.object({
  state: z.enum(states).optional().catch(undefined),
  /** The place of the last message of the page before. */
  before: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
});
export type OutboxInput = z.output<typeof outboxInput>;

export const messageChoice = z.object({ id: z.uuid() });

const controls = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/;
const oneLine = (most: number, what: string) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most} characters.`)
    .refine((text) => !controls.test(text), `${what} must be on one line.`);

const brandFields = z.object({
  accent: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^(#[0-9a-f]{6})?$/, "A colour is written as #rrggbb.")
    .superRefine((accent, ctx) => {
      const why = /^#[0-9a-f]{6}$/.test(accent) ? refuseAccent(accent) : null;
      if (why) ctx.addIssue({ code: "custom", message: why });
    }),
  phone: oneLine(60, "A phone number"),
  address: z.string().trim().max(500, "At most 500 characters."),
  replyTo: oneLine(254, "An e-mail address").refine(
    (typed) => typed === "" || isAddress(typed),
    "Write one e-mail address such as sam@example.com.",
  ),
});

export const brandInput = z.object({
  changes: brandFields.partial(),
  /** The values the changes were made from: another value by now is a clash. */
  was: brandFields.partial().default({}),
});
export type BrandFields = z.output<typeof brandFields>;
export type BrandInput = z.output<typeof brandInput>;

const words = z.object({
  kind: z.enum(noticeKinds),
  subject: oneLine(200, "A subject").min(1, "Write a subject."),
  words: z.string().trim().min(1, "Write what it says.").max(5_000, "At most 5,000 characters."),
});

/** The words of a notice: what stands in braces must be something that it can fill in. A note has no place in a subject. */
export const noticeWordsInput = words.superRefine(checkWords);
export const noticeInput = words
  .extend({ isOn: z.boolean(), version: z.number().int().min(0) })
  .superRefine(checkWords);
export type NoticeWordsInput = z.output<typeof noticeWordsInput>;
export type NoticeInput = z.output<typeof noticeInput>;

function checkWords(typed: z.output<typeof words>, ctx: z.RefinementCtx): void {
  const { may } = noticeDefaults[typed.kind];
  const inSubject = may.filter((word) => word !== "note" && word !== "decision");
  const check = (field: "subject" | "words", allowed: readonly Placeholder[]) => {
    const [unknown] = unknownWords(typed[field], allowed);
    if (!unknown) return;
    const known = allowed.map((word) => `{${word}}`).join(" ");
    ctx.addIssue({
      code: "custom",
      path: [field],
      message: `${unknown} cannot be filled in here. Use ${known}.`,
    });
  };
  check("subject", inSubject);
  check("words", may);
}
