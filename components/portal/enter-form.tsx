"use client";
import { enterPortalAction } from "@/lib/portal/actions";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";
import { Button } from "../ui/button";

/** The press that signs in: a mail's scanner opens the link, only a person presses. */
export function EnterForm({ token, next }: { token: string; next: string }) {
  const { send, isPending, message } = useAnswer(enterPortalAction, ({ to }) => location.assign(to));
  return (
    <div className="grid gap-3">
      <RefusalNotice message={message} />
      <Button variant="primary" size="floor" isPending={isPending} onClick={() => send({ token, next })}>
        Open my jobs
      </Button>
    </div>
  );
}
