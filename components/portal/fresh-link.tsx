"use client";
import { useState } from "react";
import { requestFreshLinkAction } from "@/lib/portal/actions";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";

/** Asks for a link that works, at the address the old one went to. */
export function FreshLink({ token, to }: { token: string; to: string }) {
  const [isSent, setIsSent] = useState(false);
  const { send, isPending, message } = useAnswer(requestFreshLinkAction, () => setIsSent(true));
  if (isSent) {
    return (
      <Notice tone="done" title="On its way">
        A new link goes to {to}, the address the old one went to. It can take a minute.
      </Notice>
    );
  }
  return (
    <div className="grid gap-3">
      <RefusalNotice message={message} />
      <Button variant="primary" size="floor" isPending={isPending} onClick={() => send({ token })}>
        E-mail me a new link
      </Button>
      <p className="text-ink-muted">It goes to {to}, the address the old one went to.</p>
    </div>
  );
}
