"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { requestResetAction } from "@/lib/people/actions";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";

/** Asks for a link; says the same whether the person exists or not. */
export function RequestResetForm() {
  const [sentTo, setSentTo] = useState("");
  const [email, setEmail] = useState("");
  const { send, isPending, wrong, message } = useAnswer(requestResetAction, () => setSentTo(email), [
    "email",
  ]);
  if (sentTo) {
    return (
      <Notice tone="done" title="Look in your mail">
        If {sentTo} belongs to somebody here, a link to a new password is on its way. It works for 30 minutes.
        In a shop without a mail service an owner finds it in the outbox.
      </Notice>
    );
  }
  return (
    <form
      method="post"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        send({ email });
      }}
    >
      <Field label="E-mail" error={wrong("email")} isRequired>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <RefusalNotice message={message} />
      <Button type="submit" variant="primary" size="lg" isPending={isPending}>
        Send me a link
      </Button>
    </form>
  );
}
