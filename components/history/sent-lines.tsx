"use client";
import Link from "next/link";
import { useState } from "react";
import { retryMessageAction } from "@/lib/messages/actions";
import type { Mails, SentLine } from "@/lib/messages/list-messages-about";
import { useSend } from "../answers/use-send";
import { messageLooks } from "../settings/message-looks";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { RelativeTime } from "../ui/relative-time";

type Times = { now: string; zone: string; locale: string };
type SentLinesProps = { mails: Mails; times: Times };

/** The mails that went to a customer and what became of each; a failed one is sent again from here. */
export function SentLines({ mails, times }: SentLinesProps) {
  return (
    <ul className="divide-y rounded-lg border bg-surface">
      {mails.lines.map((line) => (
        <SentMail key={line.id} line={line} isReadable={mails.isOutboxOpen} times={times} />
      ))}
    </ul>
  );
}

function SentMail({ line, isReadable, times }: { line: SentLine; isReadable: boolean; times: Times }) {
  const send = useSend();
  const [isPending, setIsPending] = useState(false);
  const look = messageLooks[line.state];
  const retry = async () => {
    setIsPending(true);
    await send(retryMessageAction({ id: line.id }), "The message is on its way");
    setIsPending(false);
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
      <div className="min-w-0 flex-1 basis-60">
        <p className="truncate" title={line.subject}>
          {isReadable ? (
            <Link
              href={`/settings/outbox/${line.id}`}
              className="inline-flex min-h-6 max-w-full items-center truncate hover:underline"
            >
              {line.subject}
            </Link>
          ) : (
            line.subject
          )}
        </p>
        <p className="truncate text-xs text-ink-muted">
          {line.to || "Nobody"} ·{" "}
          <RelativeTime at={line.at} now={times.now} zone={times.zone} locale={times.locale} />
        </p>
        {line.state === "failed" && <p className="text-xs break-words text-late-ink">{line.error}</p>}
      </div>
      <Badge tone={look.tone} tip={line.error || undefined}>
        {look.name}
      </Badge>
      {line.isRetriable && (
        <Button size="sm" icon={<Icon name="rotate-cw" size={14} />} isPending={isPending} onClick={retry}>
          Send again
        </Button>
      )}
    </li>
  );
}
