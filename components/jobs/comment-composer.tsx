"use client";
import clsx from "clsx";
import { useRef, useState, useTransition } from "react";
import type { CommentVisibility } from "@/db/vocabulary";
import { retireCommentAction } from "@/lib/comments/actions";
import { mentionsIn } from "@/lib/comments/comment-text";
import { changeWithUndo } from "../answers/attempt";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import type { CommentRoom } from "./comment-room";
import { MentionField } from "./mention-field";
import { mentionNames } from "./mention-names";
import { useDraft } from "./use-draft";

type CommentComposerProps = {
  room: CommentRoom;
  /** The thread that is answered: its answers are as visible as it is. */
  answering?: { id: string; visibility: CommentVisibility };
  onDone?: () => void;
  /** Takes the focus as it appears. */
  autoFocus?: boolean;
};

/** Where a comment is written. Who will read it stands on the button that sends it, and the whole field changes with it. */
export function CommentComposer({ room, answering, onDone, autoFocus }: CommentComposerProps) {
  const [text, setText] = useDraft(`${room.key}.${answering?.id ?? "comment"}`);
  const [chosen, setChosen] = useState<CommentVisibility>("internal");
  const [isSending, start] = useTransition();
  const onceId = useRef<string | null>(null);
  const visibility = answering?.visibility ?? chosen;
  const isForCustomer = visibility === "customer";

  const send = () => {
    if (text.trim() === "" || isSending) return;
    onceId.current ??= crypto.randomUUID();
    const input = {
      onceId: onceId.current,
      parentId: answering?.id,
      body: text,
      visibility,
      mentions: mentionsIn(text, mentionNames(room.members)),
    };
    start(async () => {
      const answer = await changeWithUndo(
        isForCustomer ? "The customer can read it" : "Comment added",
        () => room.say(input),
        ({ id }) => retireCommentAction({ commentId: id }),
      );
      if (!answer.ok) return;
      onceId.current = null;
      setText("");
      setChosen("internal");
      onDone?.();
    });
  };

  return (
    <div
      className={clsx(
        "rounded-lg border p-2 print:hidden",
        isForCustomer ? "border-risk-ink bg-risk-wash" : "bg-surface",
      )}
    >
      <MentionField
        value={text}
        onChange={setText}
        onSend={send}
        members={room.members}
        rows={2}
        autoFocus={autoFocus || answering !== undefined}
        data-job-key={answering ? undefined : "c"}
        aria-label={answering ? "Answer" : "Comment"}
        placeholder={
          isForCustomer
            ? `Write to ${room.customer}`
            : answering
              ? "Answer, for the shop"
              : "Note for the shop, @ for somebody"
        }
        onKeyDown={(event) => event.key === "Escape" && onDone?.()}
      />
      <div className="mt-1.5 flex flex-wrap items-center gap-2">
        {answering ? (
          <VisibilityWords visibility={visibility} customer={room.customer} />
        ) : (
          <fieldset className="flex rounded-sm border bg-raised p-0.5">
            <legend className="sr-only">Who reads this</legend>
            {(["internal", "customer"] as const).map((one) => (
              <label
                key={one}
                className="flex h-6 items-center gap-1 rounded-sm px-2 text-xs text-ink-muted has-checked:bg-press has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 pointer-coarse:h-9"
              >
                <input
                  type="radio"
                  className="sr-only"
                  name={`${room.key}-visibility`}
                  checked={chosen === one}
                  onChange={() => setChosen(one)}
                />
                {one === "internal" ? <Icon name="lock" size={12} /> : <Icon name="eye" size={12} />}
                {one === "internal" ? "Internal" : "Customer"}
              </label>
            ))}
          </fieldset>
        )}
        <span className="ml-auto flex gap-2">
          {answering && (
            <Button size="sm" variant="quiet" onClick={onDone}>
              Leave it
            </Button>
          )}
          <Button
            size="sm"
            variant={isForCustomer ? "danger" : "primary"}
            isPending={isSending}
            aria-disabled={text.trim() === "" || undefined}
            data-tip-keys="Ctrl ↵"
            data-tip="Send"
            onClick={send}
          >
            {isForCustomer ? "Show to the customer" : answering ? "Answer" : "Comment"}
          </Button>
        </span>
      </div>
    </div>
  );
}

/** Who reads a comment, in words and a sign. */
export function VisibilityWords({
  visibility,
  customer,
}: {
  visibility: CommentVisibility;
  customer: string;
}) {
  if (visibility === "internal") {
    return (
      <span className="flex items-center gap-1 text-xs text-ink-faint">
        <Icon name="lock" size={12} />
        Internal
      </span>
    );
  }
  return (
    <span className="flex min-w-0 items-center gap-1 text-xs font-semibold text-risk-ink">
      <Icon name="eye" size={12} className="shrink-0" />
      <span className="truncate">Read by {customer}</span>
    </span>
  );
}
