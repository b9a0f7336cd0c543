"use client";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { RefusalNotice } from "@/components/answers/refusal-notice";
import { useAnswer } from "@/components/answers/use-answer";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { changeNoticeAction } from "@/lib/messages/actions";
import type { Brand } from "@/lib/messages/brand";
import { noticeWordsInput } from "@/lib/messages/input";
import { noticeDefaults } from "@/lib/messages/notice-defaults";
import type { NoticeValues } from "@/lib/messages/notice-words";
import type { Notice } from "@/lib/messages/read-notices";
import { writeNotice } from "@/lib/messages/write-notice";
import { sendTestNoticeAction } from "@/lib/notices/actions";
import { MailPreview } from "./mail-preview";
import { PlaceholderChips } from "./placeholder-chips";

type NoticeEditorProps = { notice: Notice; brand: Brand; sample: NoticeValues; sampleUrl: string };

/** The words of one notice with the mail they make beside them, as one types. */
export function NoticeEditor({ notice, brand, sample, sampleUrl }: NoticeEditorProps) {
  const router = useRouter();
  const { kind, isOn, version } = notice;
  const usual = noticeDefaults[kind];
  const [subject, setSubject] = useState(notice.subject);
  const [words, setWords] = useState(notice.words);
  const body = useRef<HTMLTextAreaElement>(null);
  const save = useAnswer(changeNoticeAction, () => {
    toast("Saved");
    router.refresh();
  }, ["subject", "words"]);
  const test = useAnswer(sendTestNoticeAction, ({ to }) => toast(`A test is on its way to ${to}`));
  const typed = { kind, subject, words };
  const problems = problemsOf(typed);
  const isUsual = subject === usual.subject && words === usual.words;
  const written = writeNotice(typed, sample, sampleUrl);

  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <form
        method="post"
        noValidate
        className="grid min-w-0 gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.send({ ...typed, isOn, version });
        }}
      >
        <Field label="Subject" error={problems.subject ?? save.wrong("subject")}>
          <Input value={subject} maxLength={200} onChange={(event) => setSubject(event.target.value)} />
        </Field>
        <Field
          label="Words"
          error={problems.words ?? save.wrong("words")}
          hint="An empty line begins a paragraph. A paragraph is left out when what stands in its braces has nothing to say."
        >
          <Textarea
            ref={body}
            rows={12}
            maxLength={5000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
        <PlaceholderChips may={usual.may} sample={sample} field={body} onChange={setWords} />
        <RefusalNotice message={save.message ?? test.message} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" isPending={save.isPending}>
            Save
          </Button>
          <Button isPending={test.isPending} onClick={() => test.send(typed)}>
            Send me a test
          </Button>
          {!isUsual && (
            <Button
              variant="quiet"
              onClick={() => {
                setSubject(usual.subject);
                setWords(usual.words);
              }}
            >
              Back to the first words
            </Button>
          )}
        </div>
      </form>
      <MailPreview subject={written.subject} body={{ ...written, brand }} />
    </div>
  );
}

function problemsOf(typed: Parameters<typeof noticeWordsInput.safeParse>[0]): Record<string, string> {
  const { error } = noticeWordsInput.safeParse(typed);
  return Object.fromEntries((error?.issues ?? []).map((issue) => [issue.path.join("."), issue.message]));
}
