"use client";
import { type ReactNode, useState, useTransition } from "react";
import type { Answer } from "@/lib/entry/answer";
import { attempt } from "../answers/attempt";
import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFoot } from "../ui/dialog";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";
import { toast } from "../ui/toast";

type CheckProps<Proof> = {
  label: string;
  verify: () => Promise<Answer<Proof>>;
  /** What is said when it holds; null when it does not. */
  praise: (proof: Proof) => string | null;
  title: string;
  description: string;
  wrongLabel: string;
  /** What does not hold. */
  children: (proof: Proof) => ReactNode;
};

/** Proves on asking that nobody changed what may not change, and shows what somebody did. */
export function Check<Proof>({
  label,
  verify,
  praise,
  title,
  description,
  wrongLabel,
  children,
}: CheckProps<Proof>) {
  const [isChecking, start] = useTransition();
  const [wrong, setWrong] = useState<Proof | null>(null);
  const check = () =>
    start(async () => {
      const answer = await attempt(verify);
      if (!answer.ok) return toast.problem(answer.message);
      const said = praise(answer.value);
      if (said === null) setWrong(answer.value);
      else toast.done(said);
    });
  return (
    <>
      <IconButton label={label} variant="secondary" aria-disabled={isChecking} onClick={check}>
        <Icon name="shield-check" size={16} />
      </IconButton>
      {wrong && (
        <Dialog isOpen onClose={() => setWrong(null)} title={title} description={description}>
          <DialogBody label={wrongLabel}>{children(wrong)}</DialogBody>
          <DialogFoot>
            <Button onClick={() => setWrong(null)}>Close</Button>
          </DialogFoot>
        </Dialog>
      )}
    </>
  );
}
