import { When } from "@/components/people/when";
import { Badge } from "@/components/ui/badge";
import { Fact, Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { MessageRead as Message } from "@/lib/messages/find-message";
import { messageLooks } from "./message-looks";
import { RetryMessage } from "./retry-message";

type MessageReadProps = {
  message: Message;
  isMailSetUp: boolean;
  times: { now: Date; timeZone: string; locale: string };
};

/** One message as it went out or would have gone: its HTML in a frame that can neither run nor reach anything. */
export function MessageRead({ message, isMailSetUp, times }: MessageReadProps) {
  const look = messageLooks[message.state];
  const isWritten = message.toAddress !== "";
  const mayRetry = isWritten && (message.state === "failed" || (message.state === "kept" && isMailSetUp));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <Facts>
        <Fact name="To">{isWritten ? message.toAddress : "Nobody"}</Fact>
        <Fact name="State">
          <span className="flex items-center gap-2">
            <Badge tone={look.tone}>{look.name}</Badge>
            {message.sentAt && <When at={message.sentAt} {...times} />}
          </span>
        </Fact>
        <Fact name="Written">
          <When at={message.createdAt} {...times} />
        </Fact>
        {message.attempts > 0 && <Fact name="Tries">{message.attempts}</Fact>}
        {message.providerId && <Fact name="Mail service's id">{message.providerId}</Fact>}
      </Facts>
      {message.error && <Notice tone={message.state === "failed" ? "late" : "risk"}>{message.error}</Notice>}
      {mayRetry && <RetryMessage id={message.id} />}
      <Section title="As text" isFramed>
        <pre className="font-sans break-words whitespace-pre-wrap">{message.text}</pre>
      </Section>
      {isWritten && (
        <Section title="As designed" isFramed>
          <iframe
            title="The message as designed"
            sandbox=""
            srcDoc={message.html}
            className="h-[480px] w-full rounded-sm border bg-[#ffffff]"
          />
        </Section>
      )}
    </div>
  );
}
