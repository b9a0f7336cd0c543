"use client";
import clsx from "clsx";
import { type FormEvent, useRef, useState } from "react";
import type { CustomerProof, CustomerProofComment } from "@/lib/approvals/proof-view";
import type { Answer } from "@/lib/entry/answer";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";
import { Section } from "../ui/section";
import { Textarea } from "../ui/textarea";
import type { ProofComment } from "./proof-doors";
import { Said } from "./said";

export type SetPin = { page: number; x: number; y: number };
type Send = (asked: ProofComment) => Promise<Answer<unknown>>;

type ProofCommentsProps = {
  proof: CustomerProof;
  /** What stands in the pin of a comment. */
  marks: Map<string, string>;
  pin: SetPin | null;
  chosen: string | null;
  onChoose: (id: string | null) => void;
  onPin: (pin: SetPin | null) => void;
  /** Null for who may not. */
  send: Send | null;
  exact: (at: string) => string;
};

/** What both sides said of a proof, and the way to say more, with or without a spot on the picture. */
export function ProofComments(props: ProofCommentsProps) {
  const { proof, marks, pin, chosen, onChoose, onPin, send, exact } = props;
  const heads = proof.comments.filter((one) => one.parentId === null);
  return (
    <Section title="Comments" count={proof.comments.length || undefined}>
      {heads.length > 0 && (
        <ul className="mb-4 grid gap-2">
          {heads.map((head) => (
            <li
              key={head.id}
              className={clsx("rounded-lg border bg-surface p-3", chosen === head.id && "border-accent")}
            >
              <Line {...{ comment: head, exact, mark: marks.get(head.id), onChoose }} />
              {proof.comments
                .filter((one) => one.parentId === head.id)
                .map((reply) => (
                  <div key={reply.id} className="mt-3 border-l-2 pl-3">
                    <Line {...{ comment: reply, exact, onChoose }} />
                  </div>
                ))}
            </li>
          ))}
        </ul>
      )}
      {send && <Compose {...{ proof, pin, onPin, send }} />}
    </Section>
  );
}

type LineProps = {
  comment: CustomerProofComment;
  mark?: string;
  exact: (at: string) => string;
  onChoose: (id: string) => void;
};

function Line({ comment, mark, exact, onChoose }: LineProps) {
  return (
    <div className="flex items-start gap-3">
      {mark && (
        <button
          type="button"
          aria-label={`Show spot ${mark} on the picture`}
          onClick={() => onChoose(comment.id)}
          className="grid size-11 shrink-0 place-items-center"
        >
          <span className="grid size-7 place-items-center rounded-full bg-accent text-xs font-semibold text-on-accent">
            {mark}
          </span>
        </button>
      )}
      <Said {...comment} at={exact(comment.at)} />
    </div>
  );
}

type ComposeProps = {
  proof: CustomerProof;
  pin: SetPin | null;
  onPin: (pin: SetPin | null) => void;
  send: Send;
};

function Compose({ proof, pin, onPin, send: door }: ComposeProps) {
  const [body, setBody] = useState("");
  const once = useRef<string | null>(null);
  const done = () => {
    once.current = null;
    setBody("");
    onPin(null);
  };
  const { send, isPending, wrong, message } = useAnswer(door, done, ["body"]);
  const say = (event: FormEvent) => {
    event.preventDefault();
    once.current ??= crypto.randomUUID();
    const at = pin ?? { page: null, x: null, y: null };
    send({ onceId: once.current, versionId: proof.versionId, parentId: null, body, ...at });
  };
  return (
    <form onSubmit={say} className="grid gap-2">
      <Field
        label={pin ? "What about this spot?" : "Write to the shop about this proof"}
        error={wrong("body")}
        isRequired
      >
        <Textarea
          key={pin ? `${pin.page} ${pin.x} ${pin.y}` : ""}
          autoFocus={pin !== null}
          rows={2}
          maxLength={10_000}
          value={body}
          onChange={(event) => setBody(event.target.value)}
        />
      </Field>
      <RefusalNotice message={message} />
      <div className="flex items-center gap-2">
        <Button type="submit" size="lg" isPending={isPending}>
          Send
        </Button>
        {pin && (
          <span className="flex items-center gap-1 text-ink-muted">
            With a spot on page {pin.page}
            <IconButton label="Without the spot" onClick={() => onPin(null)}>
              <Icon name="x" size={16} />
            </IconButton>
          </span>
        )}
      </div>
    </form>
  );
}
