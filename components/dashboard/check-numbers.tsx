"use client";
import { useState, useTransition } from "react";
import { verifyFactsAction } from "@/lib/dashboard/actions";
import { attempt } from "../jobs/attempt";
import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFoot } from "../ui/dialog";
import { Icon } from "../ui/icon";
import { toast } from "../ui/toast";

/** Counts every number anew from the jobs and movements themselves and says whether the dashboard's are the same. */
export function CheckNumbers({ locale }: { locale: string }) {
  const [isChecking, start] = useTransition();
  const [faults, setFaults] = useState<string[]>([]);
  const check = () =>
    start(async () => {
      const answer = await attempt(() => verifyFactsAction({}));
      if (!answer.ok) return toast.problem(answer.message);
      if (answer.value.faults.length > 0) return setFaults(answer.value.faults);
      toast.done(
        `The numbers are what ${new Intl.NumberFormat(locale).format(answer.value.jobs)} jobs add up to`,
      );
    });
  return (
    <>
      <Button
        type="button"
        icon={<Icon name="shield-check" size={16} />}
        isPending={isChecking}
        onClick={check}
      >
        Check the numbers
      </Button>
      {faults.length > 0 && (
        <Dialog
          isOpen
          onClose={() => setFaults([])}
          title="The numbers do not add up"
          description="Somebody changed the database past the product. Keep a copy of it, and tell whoever looks after it."
        >
          <DialogBody label="What does not add up">
            <ul className="grid gap-2">
              {faults.map((fault) => (
                <li key={fault} className="break-words">
                  {fault}
                </li>
              ))}
            </ul>
          </DialogBody>
          <DialogFoot>
            <Button onClick={() => setFaults([])}>Close</Button>
          </DialogFoot>
        </Dialog>
      )}
    </>
  );
}
