"use client";
import { useState } from "react";
import { useSend } from "@/components/answers/use-send";
import { Button } from "@/components/ui/button";
import { retryMessageAction } from "@/lib/messages/actions";

export function RetryMessage({ id }: { id: string }) {
  const send = useSend();
  const [isPending, setIsPending] = useState(false);
  const retry = async () => {
    setIsPending(true);
    await send(retryMessageAction({ id }), "The message is on its way");
    setIsPending(false);
  };
  return (
    <Button variant="primary" isPending={isPending} onClick={retry} className="justify-self-start">
      Send now
    </Button>
  );
}
