import { Tabs } from "@/components/ui/tabs";
import { type MessageBody, renderMessage } from "@/lib/messages/render-message";

type MailPreviewProps = { subject: string; body: MessageBody };

/** A mail as it would arrive: its HTML in a frame that can neither run nor reach anything, and as plain text. */
export function MailPreview({ subject, body }: MailPreviewProps) {
  const { html, text } = renderMessage(body);
  return (
    <section aria-label="Preview" className="min-w-0 rounded-lg border bg-surface p-4">
      <p className="text-xs text-ink-muted">{body.brand.shopName}</p>
      <p className="mb-2 text-base font-semibold break-words">{subject}</p>
      <Tabs
        label="Preview"
        tabs={[
          {
            id: "html",
            name: "As designed",
            content: (
              <iframe
                title="The mail as designed"
                sandbox=""
                srcDoc={html}
                className="h-[560px] w-full rounded-sm border bg-paper"
              />
            ),
          },
          {
            id: "text",
            name: "As plain text",
            content: <pre className="min-h-[560px] font-sans break-words whitespace-pre-wrap">{text}</pre>,
          },
        ]}
      />
    </section>
  );
}
