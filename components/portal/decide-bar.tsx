"use client";
import { type FormEvent, useState } from "react";
import type { Verdict } from "@/db/vocabulary";
import type { CustomerProof } from "@/lib/approvals/proof-view";
import type { Answer } from "@/lib/entry/answer";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Icon } from "../ui/icon";
import { Textarea } from "../ui/textarea";

type Decide = (asked: {
  versionId: string;
  verdict: Verdict;
  reason: string;
  version: number;
}) => Promise<Answer<unknown>>;

type DecideBarProps = {
  proof: CustomerProof;
  /** Null for who only looks. */
  decide: Decide | null;
};

/** The answer, always in reach of a thumb: one yes, one "needs changes" with what should be different, and a no. */
export function DecideBar({ proof, decide }: DecideBarProps) {
  const [verdict, setVerdict] = useState<Exclude<Verdict, "approved"> | null>(null);
  const [reason, setReason] = useState("");
  const { send, isPending, wrong, message } = useAnswer(decide ?? onlyLooking, () => {}, ["reason"]);
  const { versionId, version } = proof;
  const say = (event: FormEvent) => {
    event.preventDefault();
    if (verdict) send({ versionId, version, verdict, reason });
  };
  return (
    <section
      aria-label="Your answer"
      data-answer
      className="fixed inset-x-0 bottom-0 z-20 border-t bg-raised pb-[env(safe-area-inset-bottom)] shadow-float print:hidden"
    >
      <div className="mx-auto grid w-full max-w-3xl gap-3 p-3">
        <RefusalNotice message={message} />
        {verdict ? (
          <form onSubmit={say} className="grid gap-3">
            <Field
              label={verdict === "changes" ? "What should be different?" : "Why is it not what you want?"}
              error={wrong("reason")}
              isRequired
            >
              <Textarea
                name="reason"
                rows={3}
                maxLength={4000}
                autoFocus
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </Field>
            <div className="flex flex-wrap gap-2">
              <Button type="submit" variant="primary" size="floor" isPending={isPending} className="flex-1">
                {verdict === "changes" ? "Send the changes" : "Reject"}
              </Button>
              <Button size="floor" onClick={() => setVerdict(null)}>
                Back
              </Button>
            </div>
          </form>
        ) : (
          <div className="grid grid-cols-[1fr_auto] gap-2 sm:grid-cols-[2fr_2fr_auto]">
            <Button
              variant="primary"
              size="floor"
              icon={<Icon name="check" size={20} />}
              isPending={isPending}
              aria-disabled={decide === null}
              onClick={() => decide && send({ versionId, version, verdict: "approved", reason: "" })}
              className="max-sm:col-span-2"
            >
              Approve
            </Button>
            <Button
              size="lg"
              icon={<Icon name="pencil-line" size={18} />}
              aria-disabled={decide === null}
              onClick={() => decide && setVerdict("changes")}
              className="sm:h-14"
            >
              Needs changes
            </Button>
            <Button
              variant="quiet"
              size="lg"
              aria-disabled={decide === null}
              onClick={() => decide && setVerdict("rejected")}
              className="sm:h-14"
            >
              Reject
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

const onlyLooking = async (): Promise<Answer<unknown>> => ({
  ok: false,
  code: "forbidden",
  message: "You only look at what this contact sees.",
});
