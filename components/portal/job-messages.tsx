"use client";
import { type FormEvent, useRef, useState } from "react";
import { addPortalCommentAction } from "@/lib/portal/actions";
import type { PortalComment } from "@/lib/portal/portal-view";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Section } from "../ui/section";
import { Textarea } from "../ui/textarea";
import { Said } from "./said";

type JobMessagesProps = {
  number: number;
  /** Moments as they are read. */
  comments: PortalComment[];
  isReadOnly: boolean;
};

/** What the customer and the shop say to one another about a job. */
export function JobMessages({ number, comments, isReadOnly }: JobMessagesProps) {
  return (
    <Section title="Messages" count={comments.length || undefined}>
      {comments.length > 0 && (
        <ul className="mb-4 grid gap-2">
          {comments.map((one) => (
            <li key={one.id} className="flex rounded-lg border bg-surface p-3">
              <Said {...one} />
            </li>
          ))}
        </ul>
      )}
      {isReadOnly && comments.length === 0 && <p className="text-ink-muted">Nothing was written yet.</p>}
      {!isReadOnly && <Compose number={number} />}
    </Section>
  );
}

function Compose({ number }: { number: number }) {
  const [body, setBody] = useState("");
  const once = useRef<string | null>(null);
  const done = () => {
    once.current = null;
    setBody("");
  };
  const { send, isPending, wrong, message } = useAnswer(addPortalCommentAction, done, ["body"]);
  const say = (event: FormEvent) => {
    event.preventDefault();
    once.current ??= crypto.randomUUID();
    send({ onceId: once.current, number, body });
  };
  return (
    <form onSubmit={say} className="grid gap-2">
      <Field label="Write to the shop" error={wrong("body")} isRequired>
        <Textarea
          rows={2}
          maxLength={10_000}
          value={body}
          onChange={(event) => setBody(event.target.value)}
        />
      </Field>
      <RefusalNotice message={message} />
      <div>
        <Button type="submit" size="lg" isPending={isPending}>
          Send
        </Button>
      </div>
    </form>
  );
}
