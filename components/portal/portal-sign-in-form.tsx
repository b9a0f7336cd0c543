"use client";
import { useEffect, useState } from "react";
import { requestPortalLinkAction } from "@/lib/portal/actions";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";

/** Asks for a link by e-mail; says the same whether the shop knows the address or not. */
export function PortalSignInForm({ next }: { next: string }) {
  const [email, setEmail] = useState("");
  const [sentTo, setSentTo] = useState("");
  const { send, isPending, wrong, message } = useAnswer(requestPortalLinkAction, () => setSentTo(email), [
    "email",
  ]);
  useEffect(() => {
    const known = decoded(location.hash.slice(1));
    if (known.includes("@")) setEmail((typed) => typed || known);
  }, []);
  if (sentTo) {
    return (
      <>
        <Notice tone="done" title="Look in your mail">
          If the shop knows {sentTo}, a link is on its way there. It works once, and for 10 minutes.
        </Notice>
        <Button size="lg" onClick={() => setSentTo("")}>
          Use another address
        </Button>
      </>
    );
  }
  return (
    <form
      method="post"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        send({ email, next });
      }}
    >
      <Field label="Your e-mail" error={wrong("email")} isRequired>
        <Input
          name="email"
          type="email"
          autoComplete="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <RefusalNotice message={message} />
      <Button type="submit" variant="primary" size="lg" isPending={isPending}>
        E-mail me a link
      </Button>
    </form>
  );
}

/** The address that an invitation carries after its #, where no server sees it. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text).slice(0, 254);
  } catch {
    return "";
  }
}
