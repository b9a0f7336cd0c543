"use client";
import clsx from "clsx";
import { type ReactNode, useState } from "react";
import type { SaidComment } from "@/lib/comments/story";
import { Button } from "../ui/button";
import { CommentComposer, VisibilityWords } from "./comment-composer";
import type { CommentRoom } from "./comment-room";
import { OneComment } from "./one-comment";

type CommentThreadProps = {
  room: CommentRoom;
  thread: { head: SaidComment; replies: SaidComment[] };
  now: string;
  /** Beside the head: the pin it hangs on. */
  mark?: ReactNode;
};

/** A comment and what was answered. One that the customer reads is a different colour and says so. */
export function CommentThread({ room, thread, now, mark }: CommentThreadProps) {
  const [isAnswering, setIsAnswering] = useState(false);
  const { head, replies } = thread;
  const isForCustomer = head.visibility === "customer";
  return (
    <div
      className={clsx(
        "rounded-lg border px-3 py-2.5 print:break-inside-avoid",
        isForCustomer ? "border-risk-ink/60 bg-risk-wash" : "bg-surface",
      )}
    >
      {(isForCustomer || mark) && (
        <div className="mb-1.5 flex items-center gap-2">
          {mark}
          {isForCustomer && <VisibilityWords visibility="customer" customer={room.customer} />}
        </div>
      )}
      <OneComment room={room} comment={head} now={now} isHead />
      {replies.length > 0 && (
        <div
          className={clsx(
            "mt-2 flex flex-col gap-2.5 border-l-2 pl-3",
            isForCustomer && "border-risk-ink/40",
          )}
        >
          {replies.map((reply) => (
            <OneComment key={reply.id} room={room} comment={reply} now={now} />
          ))}
        </div>
      )}
      {room.mayComment &&
        (isAnswering ? (
          <div className="mt-2.5">
            <CommentComposer
              room={room}
              answering={{ id: head.id, visibility: head.visibility }}
              onDone={() => setIsAnswering(false)}
            />
          </div>
        ) : (
          <Button
            size="sm"
            variant="quiet"
            className="mt-1 -ml-2.5 print:hidden"
            onClick={() => setIsAnswering(true)}
          >
            Answer
          </Button>
        ))}
    </div>
  );
}
