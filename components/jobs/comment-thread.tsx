"use client";
import clsx from "clsx";
import { useState } from "react";
import type { StoryEntry } from "@/lib/comments/story";
import type { JobView } from "@/lib/jobs/job-view";
import { Button } from "../ui/button";
import { CommentComposer, VisibilityWords } from "./comment-composer";
import { OneComment } from "./one-comment";

type CommentThreadProps = { job: JobView; thread: Extract<StoryEntry, { kind: "thread" }>; now: string };

/** A comment and what was answered. One that the customer reads is a different colour and says so. */
export function CommentThread({ job, thread, now }: CommentThreadProps) {
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
      {isForCustomer && (
        <div className="mb-1.5">
          <VisibilityWords visibility="customer" customer={job.customer.name} />
        </div>
      )}
      <OneComment job={job} comment={head} now={now} isHead />
      {replies.length > 0 && (
        <div
          className={clsx(
            "mt-2 flex flex-col gap-2.5 border-l-2 pl-3",
            isForCustomer && "border-risk-ink/40",
          )}
        >
          {replies.map((reply) => (
            <OneComment key={reply.id} job={job} comment={reply} now={now} />
          ))}
        </div>
      )}
      {job.may.comment &&
        (isAnswering ? (
          <div className="mt-2.5">
            <CommentComposer
              job={job}
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
